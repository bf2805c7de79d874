/** Cuts one of two compared texts into pieces; spans of the server count code points, strings of the browser do not. */
import type { DifferenceAnswer } from "../../api/types";

export interface Piece {
  text: string;
  differs: boolean;
  kind: "changed" | "only";
}

export function pieces(text: string, stretches: DifferenceAnswer["stretches"], side: "left" | "right"): Piece[] {
  const points = Array.from(text);
  return stretches
    .map((stretch) => ({
      text: (side === "left" ? points.slice(stretch.left_start, stretch.left_end) : points.slice(stretch.right_start, stretch.right_end)).join(""),
      differs: stretch.kind !== "same",
      kind: stretch.kind === "changed" ? ("changed" as const) : ("only" as const),
    }))
    .filter((piece) => piece.text);
}
