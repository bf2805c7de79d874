/** Spans count code points; JavaScript counts UTF-16 units. The two differ as soon as a text holds a rare letter or an emoji. */

export type Slice = (start: number, end: number) => string;

/** A function that cuts a text by code points; texts without surrogates pay nothing. */
export function slicer(text: string): Slice {
  if (!/[\ud800-\udbff]/.test(text)) return (start, end) => text.slice(start, end);
  const letters = Array.from(text);
  return (start, end) => letters.slice(start, end).join("");
}
