/** The passage that the address names with `start` and `end`, and which of several marks a piece of text stands for. */
import type { TextMark } from "../../api/types";
import type { Lit } from "../../text/segments";

export function litFrom(params: URLSearchParams): Lit | undefined {
  const [start, end] = [Number(params.get("start") ?? NaN), Number(params.get("end") ?? NaN)];
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end ? { start, end } : undefined;
}

export const sameSpan = (a: Lit, b: Lit | undefined) => b !== undefined && a.start === b.start && a.end === b.end;
export const overlaps = (a: Lit, b: Lit) => a.start < b.end && a.end > b.start;

const RANK: Record<string, number> = { mention: 0, date: 1, relation: 2, hit: 3 };

/** The mark that a click on a piece of text means: a name before a date, a date before a sentence, anything before a hit; of two names the shorter. */
export function meantBy(marks: readonly TextMark[]): TextMark | undefined {
  const order = (mark: TextMark) => (RANK[mark.kind] ?? 9) * 1e9 + mark.end - mark.start;
  return marks.reduce<TextMark | undefined>((best, mark) => (best && order(best) <= order(mark) ? best : mark), undefined);
}
