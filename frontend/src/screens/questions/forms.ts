/** The questions that can be put to the network, with what each asks for; the names are those of the API's parameters. */

export interface Field {
  name: string;
  kind: "name" | "date" | "dataset";
  required?: boolean;
}

const name = (of: string, required = false): Field => ({ name: of, kind: "name", required });
const date = (of: string, required = false): Field => ({ name: of, kind: "date", required });

export const FORMS: Readonly<Record<string, readonly Field[]>> = {
  connections: [name("one", true), name("other", true), date("from"), date("to")],
  between: [name("service", true), name("body", true)],
  switches: [name("entity"), date("from"), date("to")],
  handlers: [name("handler")],
  meetings: [name("who"), name("whom"), date("from"), date("to")],
  changes: [date("from", true), date("to", true), name("entity")],
  contradictions: [name("entity")],
  onlyIn: [{ name: "dataset", kind: "dataset", required: true }],
  measures: [date("from"), date("to")],
};

/** Whether everything is said that a question needs. */
export const isAsked = (ask: string, get: (field: string) => string): boolean => (FORMS[ask] ?? []).every((field) => !field.required || get(field.name) !== "");

/** What the case offers to ask of: names of people and bodies, and the time of its documents. */
export interface Cast {
  people: readonly string[];
  bodies: readonly string[];
  places: readonly string[];
  datasets: readonly string[];
  first: string | null;
  last: string | null;
}

/** Values that fill in a question as an example; undefined where the case has too little for one. */
export function exampleOf(ask: string, cast: Cast): Record<string, string> | undefined {
  const [one = "", other = ""] = cast.people;
  const found: Record<string, Record<string, string>> = {
    connections: { one, other },
    between: { service: cast.bodies[0] ?? "", body: cast.places[0] ?? cast.bodies[1] ?? "" },
    switches: { entity: one },
    handlers: { handler: cast.bodies[0] ?? "" },
    meetings: { who: one },
    changes: { from: cast.first?.slice(0, 4) ?? "", to: cast.last?.slice(0, 4) ?? "" },
    contradictions: { entity: one },
    onlyIn: { dataset: cast.datasets.at(-1) ?? "" },
    measures: { from: cast.first?.slice(0, 4) ?? "", to: cast.last?.slice(0, 4) ?? "" },
  };
  const example = found[ask];
  return example && Object.values(example).every(Boolean) ? example : undefined;
}
