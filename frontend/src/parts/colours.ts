/** Colours of relations and entities, the same on every screen. A family of relations shares one, so that a network can be read without a legend of eighteen. */

const FAMILIES: Record<string, readonly string[]> = {
  "#2f6f9f": ["Occupancy", "Membership", "Directorship", "Employment", "Representation", "Ownership"],
  "#b4541a": ["Recruitment", "Allegiance"],
  "#1c8a86": ["Meeting", "Communication"],
  "#4f8a3c": ["Alliance", "Support"],
  "#b3322a": ["Conflict"],
  "#7d57a8": ["Succession", "Territory"],
  "#9a6b1f": ["Family", "Associate"],
};
const BY_TYPE = new Map(Object.entries(FAMILIES).flatMap(([colour, types]) => types.map((type) => [type, colour] as const)));
const BY_SCHEMA: Record<string, string> = { Person: "#b4541a", Organization: "#2f6f9f", PublicBody: "#2f6f9f", Position: "#7d57a8", Address: "#4f8a3c" };

export const relationColour = (type: string): string => BY_TYPE.get(type) ?? "#8a8375";
export const schemaColour = (schema: string): string => BY_SCHEMA[schema] ?? "#8a8375";
