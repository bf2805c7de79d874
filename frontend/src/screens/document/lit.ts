/** The passage that the address names with `start` and `end`, and which of several marks a piece of text stands for. */
import type { TextMark } from "../../api/types";
import type { Lit } from "../../text/segments";

export function litFrom(params: URLSearchParams): Lit | undefined {
  const [start, end] = [Number(params.get("start") ?? NaN), Number(params.get("end") ?? NaN)];
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end ? { start, end } : undefined;
}

export const sameSpan = (a: Lit, b: Lit | undefined) => b !== undefined && a.start === b.start && a.end === b.end;
export const overlaps = (a: Lit, b: Lit) => a.start < b.end && a.end > b.start;

/** The mark that a click on a piece of text means: the shortest one, and a name or date before a hit of the same length. */
export function meantBy(marks: readonly TextMark[]): TextMark | undefined {
  const rank = { mention: 0, date: 1, relation: 2, hit: 3 } as Record<string, number>;
  return marks.reduce<TextMark | undefined>((best, mark) => {
    if (!best) return mark;
    const [a, b] = [mark.end - mark.start, best.end - best.start];
    return a < b || (a === b && (rank[mark.kind] ?? 9) < (rank[best.kind] ?? 9)) ? mark : best;
  }, undefined);
}
