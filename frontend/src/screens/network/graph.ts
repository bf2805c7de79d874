/** The graph that is drawn: entities with size by documents, lines with colour by family; entities keep their place from one question to the next. */
import { indexParallelEdgesIndex } from "@sigma/edge-curve";
import Graph from "graphology";
import type { NetworkAnswer } from "../../api/types";
import { relationColour, schemaColour } from "../../parts/colours";
import { words } from "../../words";
import type { Line } from "./lines";

const places = new Map<string, { x: number; y: number }>();

/** A place for a newcomer: on a spiral, the same for the same order of entities. */
function spiral(n: number): { x: number; y: number } {
  const [radius, angle] = [10 * Math.sqrt(n + 1), n * 2.399963];
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

export function buildGraph(answer: NetworkAnswer, lines: readonly Line[]): Graph {
  const graph = new Graph({ multi: true, type: "directed", allowSelfLoops: true });
  const scale = innerWidth < 600 ? 0.6 : answer.nodes.length > 3000 ? 0.25 : answer.nodes.length > 1000 ? 0.4 : 1;
  const sorted = [...answer.nodes].sort((a, b) => b.degree - a.degree || a.id.localeCompare(b.id));
  sorted.forEach((node, n) => {
    graph.addNode(node.id, {
      ...(places.get(node.id) ?? spiral(n)),
      known: places.has(node.id),
      label: node.caption,
      romanised: node.romanised,
      size: scale * Math.min(18, 5 + 2 * Math.sqrt(node.degree)),
      color: schemaColour(node.schema),
    });
  });
  for (const line of lines) {
    if (!graph.hasNode(line.source) || !graph.hasNode(line.target)) continue;
    graph.addEdgeWithKey(line.key, line.source, line.target, {
      label: line.denied ? `${words.relation.denied}: ${line.label}` : line.label,
      directed: line.directed,
      denied: line.denied,
      size: scale * Math.min(7, 2.4 + 0.9 * Math.log2(line.relations.reduce((sum, relation) => sum + relation.sources, 0) || 1)),
      color: relationColour(line.type),
    });
  }
  bend(graph);
  return graph;
}

/** Lines between the same two are bent apart; a single one is straight. */
function bend(graph: Graph): void {
  indexParallelEdgesIndex(graph, { edgeIndexAttribute: "index", edgeMinIndexAttribute: "least", edgeMaxIndexAttribute: "most" });
  graph.forEachEdge((edge, { index, most, directed }) => {
    const curved = typeof index === "number" && index !== 0;
    graph.mergeEdgeAttributes(edge, {
      type: curved ? (directed ? "curvedArrow" : "curved") : directed ? "arrow" : "line",
      curvature: curved ? Math.sign(index) * curvature(Math.abs(index), Number(most)) : 0,
    });
  });
}

/** How far line `index` of `most` beside one another bends: more lines share a limited width. */
function curvature(index: number, most: number): number {
  return (0.75 * (1 - Math.exp(-most / 3)) * index) / (most || 1);
}

export function keepPlaces(graph: Graph): void {
  graph.forEachNode((node, { x, y }) => places.set(node, { x: Number(x), y: Number(y) }));
}
