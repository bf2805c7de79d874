/** Intervals of statements: ISO dates to the precision stated, where a year means any day of that year and null is open or unknown. Days are counted in UTC. */

const DAY = 86_400_000;

/** The first and the last moment that an ISO date of any precision may mean, in milliseconds. */
export function boundsOf(iso: string): [number, number] {
  const [year = 1, month, day] = iso.split("-").map(Number);
  const start = new Date(0);
  start.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  const end = new Date(start);
  if (day !== undefined) end.setUTCDate(day + 1);
  else if (month !== undefined) end.setUTCMonth(month);
  else end.setUTCFullYear(year + 1);
  return [start.getTime(), end.getTime()];
}

export interface Shape {
  /** Where it may begin and where it must have begun. */
  begin: [number, number];
  /** Until when it surely lasts and when it must be over. */
  end: [number, number];
  openStart: boolean;
  openEnd: boolean;
}

/** An interval as something to draw between `low` and `high`; undefined where neither end is known. */
export function shapeOf(first: string | null, last: string | null, low: number, high: number): Shape | undefined {
  if (!first && !last) return undefined;
  const begin: [number, number] = first ? boundsOf(first) : [low, low];
  const end: [number, number] = last ? boundsOf(last) : [high, high];
  if (first && first === last) return { begin: [begin[0], begin[0]], end: [end[1], end[1]], openStart: false, openEnd: false };
  const surelyBegun = Math.min(begin[1], end[1]);
  const surelyLasts = Math.max(end[0], surelyBegun);
  return { begin: [begin[0], surelyBegun], end: [surelyLasts, Math.max(end[1], surelyLasts)], openStart: !first, openEnd: !last };
}

/** The widest stretch that a set of dates needs, with a margin; undefined without any date. */
export function extentOf(dates: Iterable<string | null | undefined>): [number, number] | undefined {
  let low = Infinity;
  let high = -Infinity;
  for (const date of dates) {
    if (!date) continue;
    const [from, to] = boundsOf(date);
    low = Math.min(low, from);
    high = Math.max(high, to);
  }
  if (low === Infinity) return undefined;
  const margin = Math.max((high - low) * 0.03, 15 * DAY);
  return [low - margin, high + margin];
}

export const isoDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
