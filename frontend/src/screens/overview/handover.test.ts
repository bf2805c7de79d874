import { describe, expect, it } from "vitest";
import type { NetworkAnswer } from "../../api/types";
import { findHandovers } from "./handover";

type Edge = NetworkAnswer["edges"][number];
const held = (holder: string, post: string, first: string | null, more: object = {}) =>
  ({ relation: { type: "Occupancy", subject: { entity: holder }, object: { entity: post }, organization: null, first, last: null, as_of: null, polarity: "affirmed", review: "open", ...more } }) as Edge;

describe("findHandovers", () => {
  it("puts holders in order of time and leaves out posts of one person", () => {
    const posts = findHandovers([held("b", "p", "2011"), held("a", "p", "2009-05"), held("a", "p", "2010"), held("c", "q", "2010")]);
    expect(posts).toHaveLength(1);
    expect(posts[0]!.holders.map((one) => one.subject.entity)).toEqual(["a", "b"]);
  });
  it("believes neither what is denied nor what was rejected", () => {
    expect(findHandovers([held("a", "p", "2009"), held("b", "p", "2010", { polarity: "denied" }), held("c", "p", "2011", { review: "rejected" })])).toEqual([]);
  });
});
