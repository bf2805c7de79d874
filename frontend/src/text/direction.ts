/** The direction of a short text by its first strong letter, for places where `dir="auto"` does not reach (canvas). */

const RTL = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;
const LETTER = /\p{L}/u;

export function directionOf(text: string): "rtl" | "ltr" {
  const first = LETTER.exec(text)?.[0];
  return first && RTL.test(first) ? "rtl" : "ltr";
}
