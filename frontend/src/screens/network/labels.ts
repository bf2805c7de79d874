/** Names on the canvas: in their own direction, with a halo of paper so that lines do not cross them out, a Latin form below where it is needed, and none over another. */
import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import { directionOf } from "../../text/direction";

const FACE = 'Plex, Vazir, "Segoe UI", sans-serif';
type Label = Parameters<NodeLabelDrawingFunction>;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const readInk = () => {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return { paper: value("--surface"), ink: value("--ink"), muted: value("--muted"), line: value("--line"), faint: value("--strong-line") };
};

export class Labels {
  ink = readInk();
  #taken: Box[] = [];

  /** To be called before each frame: all room is free again. */
  begin(): void {
    this.#taken = [];
  }

  /** To be called when the theme has changed. */
  repaint(): void {
    this.ink = readInk();
  }

  readonly draw: NodeLabelDrawingFunction = (context, data, settings) => {
    if (!data.label) return;
    const box = this.#measure(context, data, settings);
    if (this.#taken.some((other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)) return;
    this.#taken.push(box);
    this.#write(context, data, settings, box);
  };

  readonly drawHover: NodeHoverDrawingFunction = (context, data, settings) => {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 3, 0, Math.PI * 2);
    context.lineWidth = 2;
    context.strokeStyle = this.ink.ink;
    context.stroke();
    if (data.label) this.#write(context, data, settings, this.#measure(context, data, settings));
  };

  #measure(context: Label[0], data: Label[1], settings: Label[2]): Box {
    context.font = `550 ${settings.labelSize}px ${FACE}`;
    const half = Math.max(context.measureText(data.label ?? "").width, context.measureText(romanised(data)).width * 0.8) / 2;
    const top = data.y + data.size;
    const width = context.canvas.width / devicePixelRatio;
    const x = Math.max(half + 4, Math.min(width - half - 4, data.x));
    return { left: x - half, right: x + half, top, bottom: top + settings.labelSize * (romanised(data) ? 2.2 : 1.25) };
  }

  #write(context: Label[0], data: Label[1], settings: Label[2], { left, right }: Box): void {
    const middle = (left + right) / 2;
    const below = data.y + data.size + settings.labelSize;
    context.textAlign = "center";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = this.ink.paper;
    const lines = [
      { text: data.label ?? "", font: `550 ${settings.labelSize}px ${FACE}`, ink: this.ink.ink, y: below },
      { text: romanised(data), font: `italic 400 ${settings.labelSize - 2.5}px ${FACE}`, ink: this.ink.muted, y: below + settings.labelSize },
    ];
    for (const { text, font, ink, y } of lines) {
      if (!text) continue;
      context.font = font;
      context.direction = directionOf(text);
      context.strokeText(text, middle, y);
      context.fillStyle = ink;
      context.fillText(text, middle, y);
    }
  }
}

const romanised = (data: object): string => String((data as Record<string, unknown>)["romanised"] ?? "");
