/** Names on the canvas: in their own direction, with a halo of paper so that lines do not cross them out, and a Latin form below where it is needed. */
import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import { directionOf } from "../../text/direction";

const FACE = 'Plex, Vazir, "Segoe UI", sans-serif';

export interface Ink {
  paper: string;
  ink: string;
  muted: string;
  line: string;
  faint: string;
}

export const readInk = (): Ink => {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return { paper: value("--surface"), ink: value("--ink"), muted: value("--muted"), line: value("--line"), faint: value("--strong-line") };
};

function write(context: CanvasRenderingContext2D, text: string, x: number, y: number, paper: string, ink: string): void {
  context.direction = directionOf(text);
  context.textAlign = "center";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = paper;
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

export const drawLabel =
  (ink: () => Ink): NodeLabelDrawingFunction =>
  (context, data, settings) => {
    if (!data.label) return;
    const { paper, ink: black, muted } = ink();
    const below = data.y + data.size + settings.labelSize;
    context.font = `550 ${settings.labelSize}px ${FACE}`;
    write(context, data.label, data.x, below, paper, black);
    const romanised = String((data as Record<string, unknown>)["romanised"] ?? "");
    if (!romanised) return;
    context.font = `italic 400 ${settings.labelSize - 2.5}px ${FACE}`;
    write(context, romanised, data.x, below + settings.labelSize, paper, muted);
  };

export const drawHover =
  (ink: () => Ink): NodeHoverDrawingFunction =>
  (context, data, settings) => {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 3, 0, Math.PI * 2);
    context.lineWidth = 2;
    context.strokeStyle = ink().ink;
    context.stroke();
    drawLabel(ink)(context, data, settings);
  };
