/** The curve of a capture map as outlines: each month is a step, its height a share of the posts that somebody holds or may hold then. */
import type { MonthShare } from "../../api/types";
import { boundsOf } from "../../time/interval";

/** The outline of an area from the ground to a share of posts, in a box of 100 by 100; months without any post leave a hole. */
export function outlineOf(months: readonly MonthShare[], share: (month: MonthShare) => number, low: number, high: number): string {
  const x = (moment: number) => (((moment - low) / (high - low)) * 100).toFixed(3);
  return months
    .filter((month) => month.posts > 0)
    .map((month) => {
      const [from, to] = boundsOf(month.month);
      return `M${x(from)} 100V${(100 - (100 * share(month)) / month.posts).toFixed(2)}H${x(to)}V100Z`;
    })
    .join("");
}

/** The months at which a number changes, for a table that can be read. */
export function changesOf(months: readonly MonthShare[]): MonthShare[] {
  const same = (a: MonthShare, b: MonthShare) => a.posts === b.posts && a.held === b.held && a.certain === b.certain && a.possible === b.possible;
  return months.filter((month, n) => n === 0 || !same(month, months[n - 1]!));
}
