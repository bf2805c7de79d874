/** Dates in words: Gregorian to the precision stated, and the same moment in the two other calendars by the browser's own tables. */
import { words } from "../words";
import { boundsOf } from "./interval";

const format = (calendar: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(`en-GB-u-ca-${calendar}-nu-latn`, { timeZone: "UTC", ...options });

const STYLES: Intl.DateTimeFormatOptions[] = [{ year: "numeric" }, { year: "numeric", month: "short" }, { year: "numeric", month: "short", day: "numeric" }];
const gregorian = STYLES.map((style) => format("gregory", style));
const yearIn = { persian: format("persian", { year: "numeric" }), islamic: format("islamic-umalqura", { year: "numeric" }) };
const dayIn = {
  persian: format("persian", { year: "numeric", month: "long", day: "numeric" }),
  islamic: format("islamic-umalqura", { year: "numeric", month: "long", day: "numeric" }),
};

/** `2009`, `May 2009` or `12 May 2009`. */
export function showDate(iso: string): string {
  const style = gregorian[iso.split("-").length - 1] ?? gregorian[2]!;
  return style.format(boundsOf(iso)[0]);
}

/** `Mar 2007 – Nov 2009`, `since Nov 2009`, `until 2009`, `2008`; where nothing is said, the day of writing. */
export function showInterval(first: string | null, last: string | null, asOf: string | null = null): string {
  if (first && last) return first === last ? showDate(first) : `${showDate(first)} – ${showDate(last)}`;
  if (first) return words.time.since(showDate(first));
  if (last) return words.time.until(showDate(last));
  return asOf ? words.time.asOf(showDate(asOf)) : words.time.undated;
}

/** The era's suffix (AP, AH) is left off; the label beside says which calendar it is. */
const bare = (text: string) => text.replace(/\s*(AP|AH|ERA\d)\s*$/i, "");

export const yearsOf = (moment: number) => ({ persian: bare(yearIn.persian.format(moment)), islamic: bare(yearIn.islamic.format(moment)) });
export const dayInCalendars = (moment: number) => ({ persian: bare(dayIn.persian.format(moment)), islamic: bare(dayIn.islamic.format(moment)) });
