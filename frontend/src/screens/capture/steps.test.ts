import { describe, expect, it } from "vitest";
import { changesOf, outlineOf } from "./steps";

const month = (name: string, posts: number, certain: number, possible: number) => ({ month: name, posts, held: certain, certain, possible });
const [low, high] = [Date.parse("2014-01-01T00:00:00Z"), Date.parse("2014-03-01T00:00:00Z")];

describe("outlineOf", () => {
  it("is as high as the share and leaves a hole where no post is known", () => {
    const drawn = outlineOf([month("2014-01", 4, 1, 2), month("2014-02", 0, 0, 0)], (m) => m.possible, low, high);
    expect(drawn).toBe("M0.000 100V50.00H52.542V100Z");
  });
});

describe("changesOf", () => {
  it("keeps the months at which a number changes", () => {
    const months = [month("2014-01", 4, 1, 2), month("2014-02", 4, 1, 2), month("2014-03", 4, 1, 3)];
    expect(changesOf(months).map((m) => m.month)).toEqual(["2014-01", "2014-03"]);
  });
});
