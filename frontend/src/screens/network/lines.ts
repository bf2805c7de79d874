/** Lines of the picture: relations of one type between the same two are one line, thicker the more documents say so; opposite and different types run beside each other. */
import type { NetworkAnswer, RelationCard } from "../../api/types";

export interface Line {
  key: string;
  source: string;
  target: string;
  type: string;
  label: string;
  directed: boolean;
  denied: boolean;
  relations: RelationCard[];
}

export function gatherLines(edges: NetworkAnswer["edges"]): Line[] {
  const lines = new Map<string, Line>();
  for (const { source, target, relation } of edges) {
    const [a, b] = relation.directed || source < target ? [source, target] : [target, source];
    const denied = relation.polarity === "denied";
    const key = `${a}|${b}|${relation.type}|${denied ? "denied" : ""}`;
    const line = lines.get(key) ?? { key, source: a, target: b, type: relation.type, label: relation.label, directed: relation.directed, denied, relations: [] };
    line.relations.push(relation);
    lines.set(key, line);
  }
  return [...lines.values()];
}
