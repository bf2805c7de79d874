/** The picture: sigma on WebGL, told what to show and what is chosen; it tells what is clicked. */
import EdgeCurveProgram, { EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import type Graph from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeRectangleProgram } from "sigma/rendering";
import { drawHover, drawLabel, readInk } from "./labels";
import { arrange } from "./layout";

export interface Choice {
  node?: string | undefined;
  line?: string | undefined;
}

export const canDraw = (): boolean => {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2") ?? canvas.getContext("webgl"));
};

export class Picture {
  #sigma: Sigma;
  #graph: Graph;
  #choice: Choice = {};
  #ink = readInk();
  #stop: () => void;

  constructor(container: HTMLElement, graph: Graph, chosen: (choice: Choice) => void) {
    this.#graph = graph;
    const ink = () => this.#ink;
    this.#sigma = new Sigma(graph, container, {
      defaultEdgeType: "line",
      edgeProgramClasses: { line: EdgeRectangleProgram, arrow: EdgeArrowProgram, curved: EdgeCurveProgram, curvedArrow: EdgeCurvedArrowProgram },
      enableEdgeEvents: true,
      renderEdgeLabels: graph.size <= 120,
      edgeLabelSize: 11,
      edgeLabelFont: "Plex, Vazir, sans-serif",
      edgeLabelColor: { color: this.#ink.muted },
      labelSize: 14,
      labelDensity: 0.7,
      labelGridCellSize: 110,
      labelRenderedSizeThreshold: graph.order > 300 ? 8 : 3,
      defaultDrawNodeLabel: drawLabel(ink),
      defaultDrawNodeHover: drawHover(ink),
      stagePadding: 50,
      minEdgeThickness: 1.8,
      zIndex: true,
      hideEdgesOnMove: graph.size > 8000,
      nodeReducer: (node, data) => (this.#isNear(node) ? data : { ...data, color: this.#ink.line, label: "", zIndex: 0 }),
      edgeReducer: (edge, data) => this.#dressLine(edge, data),
    });
    this.#sigma.on("clickNode", ({ node }) => chosen({ node }));
    this.#sigma.on("clickEdge", ({ edge }) => chosen({ line: edge }));
    this.#sigma.on("clickStage", () => chosen({}));
    const hover = (what: string) => () => (container.dataset["hover"] = what);
    this.#sigma.on("enterEdge", hover("line")).on("enterNode", hover("node")).on("leaveEdge", hover("")).on("leaveNode", hover(""));
    this.#stop = arrange(graph, () => {
      container.dataset["settled"] = "true";
    });
    void document.fonts.ready.then(() => this.#sigma.scheduleRefresh());
  }

  #isNear(node: string): boolean {
    const { node: chosen, line } = this.#choice;
    if (line && this.#graph.hasEdge(line)) return this.#graph.extremities(line).includes(node);
    if (chosen && this.#graph.hasNode(chosen)) return node === chosen || this.#graph.areNeighbors(node, chosen);
    return true;
  }

  #dressLine(edge: string, data: Record<string, unknown>): Record<string, unknown> {
    const { node, line } = this.#choice;
    const away = line && this.#graph.hasEdge(line) ? edge !== line : node && this.#graph.hasNode(node) ? !this.#graph.hasExtremity(edge, node) : false;
    if (away) return { ...data, color: this.#ink.line, label: "", zIndex: 0 };
    if (edge === line) return { ...data, size: Number(data["size"]) + 2, zIndex: 2, forceLabel: true };
    return data["denied"] ? { ...data, color: this.#ink.faint } : data;
  }

  choose(choice: Choice): void {
    this.#choice = choice;
    this.#sigma.refresh({ skipIndexation: true });
  }

  repaint(): void {
    this.#ink = readInk();
    this.#sigma.setSetting("edgeLabelColor", { color: this.#ink.muted });
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    if (factor === 0) void camera.animatedReset({ duration: 200 });
    else void camera.animate({ ratio: camera.getState().ratio / factor }, { duration: 200 });
  }

  close(): void {
    this.#stop();
    this.#sigma.kill();
  }
}
