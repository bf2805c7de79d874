/** The picture: sigma on WebGL, told what to show and what is chosen; it tells what is clicked. */
import EdgeCurveProgram, { EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import type Graph from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeRectangleProgram } from "sigma/rendering";
import { Labels } from "./labels";
import { arrange } from "./layout";

const FEW = 40; // lines up to which each says what it is; with more, only those that are chosen

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
  #labels = new Labels();
  #stop: () => void;

  constructor(container: HTMLElement, graph: Graph, chosen: (choice: Choice) => void) {
    this.#graph = graph;
    this.#sigma = new Sigma(graph, container, {
      defaultEdgeType: "line",
      edgeProgramClasses: { line: EdgeRectangleProgram, arrow: EdgeArrowProgram, curved: EdgeCurveProgram, curvedArrow: EdgeCurvedArrowProgram },
      enableEdgeEvents: true,
      renderEdgeLabels: true,
      edgeLabelSize: 11,
      edgeLabelFont: "Plex, Vazir, sans-serif",
      edgeLabelColor: { color: this.#labels.ink.muted },
      labelSize: innerWidth < 600 ? 12 : 14,
      labelDensity: graph.order > 300 ? 0.7 : 8,
      labelGridCellSize: 110,
      labelRenderedSizeThreshold: graph.order > 300 ? 7 : 0,
      defaultDrawNodeLabel: this.#labels.draw,
      defaultDrawNodeHover: this.#labels.drawHover,
      stagePadding: 50,
      minEdgeThickness: 1.8,
      zIndex: true,
      hideEdgesOnMove: graph.size > 2500,
      nodeReducer: (node, data) => (this.#isNear(node) ? data : { ...data, color: this.#labels.ink.line, label: "", zIndex: 0 }),
      edgeReducer: (edge, data) => this.#dressLine(edge, data),
    });
    this.#sigma.on("beforeRender", () => this.#labels.begin());
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
    if (away) return { ...data, color: this.#labels.ink.line, label: "", zIndex: 0 };
    if (edge === line) return { ...data, size: Number(data["size"]) + 2, zIndex: 2, forceLabel: true };
    const label = node || this.#graph.size <= FEW ? data["label"] : "";
    return { ...data, label, color: data["denied"] ? this.#labels.ink.faint : data["color"] };
  }

  choose(choice: Choice): void {
    this.#choice = choice;
    this.#sigma.refresh({ skipIndexation: true });
  }

  repaint(): void {
    this.#labels.repaint();
    this.#sigma.setSetting("edgeLabelColor", { color: this.#labels.ink.muted });
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
