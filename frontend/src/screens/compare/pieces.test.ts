import { expect, test } from "vitest";
import { pieces } from "./pieces";

const stretch = (kind: string, a: number, b: number, c: number, d: number) => ({ kind, left_start: a, left_end: b, right_start: c, right_end: d });

test("pieces of a text with signs beyond 16 bits are cut at code points", () => {
  const stretches = [stretch("same", 0, 2, 0, 2), stretch("changed", 2, 5, 2, 4), stretch("only left", 5, 6, 4, 4)];
  expect(pieces("📎 نام.", stretches, "left").map((p) => [p.text, p.differs, p.kind])).toEqual([
    ["📎 ", false, "only"],
    ["نام", true, "changed"],
    [".", true, "only"],
  ]);
  expect(pieces("📎 ab", stretches, "right").map((p) => p.text)).toEqual(["📎 ", "ab"]);
});
