import { describe, expect, it } from "vitest";
import { boundsOf, extentOf, isoDay, shapeOf } from "./interval";

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

describe("boundsOf", () => {
  it.each([
    ["2009", "2009-01-01", "2010-01-01"],
    ["2009-12", "2009-12-01", "2010-01-01"],
    ["2008-02-29", "2008-02-29", "2008-03-01"],
    ["0079-08", "0079-08-01", "0079-09-01"],
  ])("%s is as wide as it is vague", (iso, from, to) => {
    expect(boundsOf(iso)).toEqual([day(from), day(to)]);
  });
});

describe("shapeOf", () => {
  const [low, high] = [day("2000-01-01"), day("2020-01-01")];
  it("is certain only between the last possible start and the first possible end", () => {
    expect(shapeOf("2009", "2011-03", low, high)).toEqual({
      begin: [day("2009-01-01"), day("2010-01-01")], end: [day("2011-03-01"), day("2011-04-01")], openStart: false, openEnd: false,
    });
  });
  it("runs to the edge where an end is open", () => {
    expect(shapeOf("2009-05-12", null, low, high)).toMatchObject({ end: [high, high], openEnd: true });
    expect(shapeOf(null, "2009", low, high)).toMatchObject({ begin: [low, low], openStart: true });
  });
  it("draws nothing for nothing", () => expect(shapeOf(null, null, low, high)).toBeUndefined());
  it("draws an event as one stretch", () => {
    expect(shapeOf("2009-05", "2009-05", low, high)).toMatchObject({ begin: [day("2009-05-01"), day("2009-05-01")], end: [day("2009-06-01"), day("2009-06-01")] });
  });
});

describe("extentOf", () => {
  it("leaves a margin", () => {
    const [from, to] = extentOf(["2009", null, "2011-01-09"])!;
    expect(isoDay(from) < "2009-01-01").toBe(true);
    expect(isoDay(to) > "2011-01-10").toBe(true);
  });
  it("knows when there is none", () => expect(extentOf([null])).toBeUndefined());
});
