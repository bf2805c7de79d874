/** What of the world a map shows, in units of its projection, and how large circles and names are on it. */
import { geoEqualEarth, type GeoProjection } from "d3-geo";
import type { PlaceLine } from "../../api/types";

export const WIDTH = 1000;
export const HEIGHT = 520;
const LEAST_WIDTH = 28;
const MARGIN = 1.35;

export interface View { x: number; y: number; width: number }
export interface Spot { line: PlaceLine; x: number; y: number }
type Point = [number, number];

export const pointOf = (line: PlaceLine): Point | undefined =>
  line.choice && line.choice.latitude !== null && line.choice.longitude !== null ? [line.choice.longitude, line.choice.latitude] : undefined;

/** A projection with the middle of the places in its middle, where it bends least. */
export function projectionFor(points: readonly Point[]): GeoProjection {
  const lon = points.length ? points.reduce((sum, [one]) => sum + one, 0) / points.length : 0;
  return geoEqualEarth().rotate([-Math.round(lon), 0]).fitSize([WIDTH, HEIGHT], { type: "Sphere" });
}

/** The stretch that holds all points, never closer than a few hundred kilometres; `ratio` is height over width. The world where there is no point. */
export function fit(points: readonly Point[], ratio: number): View {
  if (!points.length) return { x: WIDTH / 2, y: HEIGHT / 2, width: Math.max(WIDTH, HEIGHT / ratio) };
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.max(LEAST_WIDTH, (right - left) * MARGIN, ((bottom - top) * MARGIN) / ratio);
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: Math.min(width, Math.max(WIDTH, HEIGHT / ratio)) };
}

export const zoomed = (view: View, factor: number): View => ({ ...view, width: Math.min(WIDTH * 1.6, Math.max(4, view.width / factor)) });

/** The radius of a circle in pixels: its area grows with the number of documents. */
export const radiusOf = (line: PlaceLine): number => 3.5 + Math.min(18, 2.6 * Math.sqrt(line.documents + line.relations / 2));

/** Which places have room for their name: the larger first; `unit` is the length of a pixel on the map. */
export function labelled(spots: readonly Spot[], unit: number): Set<string> {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  const out = new Set<string>();
  for (const { line, x, y } of [...spots].sort((a, b) => radiusOf(b.line) - radiusOf(a.line))) {
    const half = (line.entity.caption.length * 3.9 + 4) * unit;
    const top = y + radiusOf(line) * unit;
    const box = { left: x - half, right: x + half, top, bottom: top + 16 * unit };
    const free = taken.every((other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom);
    if (free) {
      out.add(line.entity.id);
      taken.push(box);
    }
  }
  return out;
}
