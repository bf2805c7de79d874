/** How kinds of ties to a power look, the strongest first; a holder without a known tie is drawn in the colour of what is unknown. */
const COLOURS: Record<string, string> = {
  agent: "var(--bad)", sided: "var(--person)", serves: "var(--org)", backed: "var(--post)", fought: "var(--place)", kin: "var(--warn)", contact: "var(--date)", linked: "var(--muted)",
};

export const kindColour = (kind: string): string => COLOURS[kind] ?? "var(--edge)";
export const KINDS = [...Object.keys(COLOURS), ""];
