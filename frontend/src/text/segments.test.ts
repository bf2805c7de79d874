import { describe, expect, it } from "vitest";
import { slicer } from "./codepoints";
import { cutSegments } from "./segments";

const text = "کاوه \u{1f4ce} met سمير";

describe("cutSegments", () => {
  it("loses no letter, whatever overlaps", () => {
    const marks = [{ start: 0, end: 10 }, { start: 0, end: 4 }, { start: 2, end: 6 }, { start: 8, end: 99 }, { start: 5, end: 5 }];
    const segments = cutSegments(slicer(text), 0, Array.from(text).length, marks);
    expect(segments.map((s) => s.text).join("")).toBe(text);
    expect(segments.find((s) => s.start === 2)!.marks).toHaveLength(3);
  });

  it("keeps to the stretch asked for", () => {
    const [only] = cutSegments(slicer("abcdef"), 2, 4, [{ start: 0, end: 6 }]);
    expect(only).toMatchObject({ start: 2, end: 4, text: "cd" });
    expect(only!.marks).toHaveLength(1);
  });
});

describe("slicer", () => {
  it("counts code points", () => {
    expect(slicer(text)(7, 10)).toBe("met");
    expect(slicer("plain")(1, 3)).toBe("la");
  });
});
