import { describe, expect, it } from "vitest";
import type { NetworkAnswer } from "../../api/types";
import { gatherLines } from "./lines";

type Edge = NetworkAnswer["edges"][number];
const edge = (source: string, target: string, type: string, more: object = {}) =>
  ({ id: `${source}${target}${type}`, source, target, relation: { type, label: type, directed: true, polarity: "affirmed", ...more } }) as Edge;

describe("gatherLines", () => {
  it("makes one line of what says the same", () => {
    const lines = gatherLines([edge("a", "b", "Occupancy"), edge("a", "b", "Occupancy"), edge("b", "a", "Occupancy"), edge("a", "b", "Meeting")]);
    expect(lines.map((line) => line.relations.length)).toEqual([2, 1, 1]);
  });
  it("takes both directions of an undirected relation together", () => {
    const lines = gatherLines([edge("b", "a", "Meeting", { directed: false }), edge("a", "b", "Meeting", { directed: false })]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ source: "a", target: "b" });
  });
  it("keeps what is denied apart from what is affirmed", () => {
    expect(gatherLines([edge("a", "b", "Support"), edge("a", "b", "Support", { polarity: "denied" })]).map((line) => line.denied)).toEqual([false, true]);
  });
});
