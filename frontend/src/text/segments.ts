/** Cuts a stretch of text at the edges of everything lit in it, so that overlapping marks can be drawn one piece after another. */
import type { Slice } from "./codepoints";

export interface Lit {
  start: number;
  end: number;
}

export interface Segment<M extends Lit> {
  start: number;
  end: number;
  text: string;
  marks: M[];
}

export function cutSegments<M extends Lit>(slice: Slice, start: number, end: number, marks: readonly M[]): Segment<M>[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end);
  inside.sort((a, b) => a.start - b.start);
  const edges = new Set([start, end]);
  for (const mark of inside) {
    edges.add(Math.max(start, mark.start));
    edges.add(Math.min(end, mark.end));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const out: Segment<M>[] = [];
  let open: M[] = [];
  let next = 0;
  for (let n = 0; n + 1 < cuts.length; n += 1) {
    const [from, to] = [cuts[n]!, cuts[n + 1]!];
    open = open.filter((mark) => mark.end > from);
    while (next < inside.length && inside[next]!.start <= from) {
      if (inside[next]!.end > from) open.push(inside[next]!);
      next += 1;
    }
    out.push({ start: from, end: to, text: slice(from, to), marks: open });
    open = [...open];
  }
  return out;
}
