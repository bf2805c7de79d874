import { describe, expect, it } from "vitest";
import type { TextMark } from "../../api/types";
import { litFrom, meantBy } from "./lit";

const mark = (kind: string, start: number, end: number) => ({ kind, start, end, label: kind }) as TextMark;

describe("litFrom", () => {
  it.each([["start=3&end=9", { start: 3, end: 9 }], ["start=9&end=3", undefined], ["start=x&end=3", undefined], ["start=-1&end=3", undefined], ["", undefined]])("%s", (query, lit) => {
    expect(litFrom(new URLSearchParams(query))).toEqual(lit);
  });
});

describe("meantBy", () => {
  it("means the name even where a hit within it is shorter", () => {
    expect(meantBy([mark("relation", 0, 50), mark("mention", 4, 15), mark("hit", 9, 15)])).toMatchObject({ kind: "mention" });
  });
  it("means the shorter of two names", () => expect(meantBy([mark("mention", 0, 20), mark("mention", 4, 9)])).toMatchObject({ start: 4 }));
  it("means nothing where nothing is", () => expect(meantBy([])).toBeUndefined());
});
