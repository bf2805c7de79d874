/** Finds the places of a large network beside the page, so that the page stays awake. */
import Graph from "graphology";
import { applyForces } from "./forces";

export interface Request {
  nodes: { id: string; x: number; y: number; size: number }[];
  edges: [string, string][];
  share: number;
}

self.onmessage = ({ data }: MessageEvent<Request>) => {
  const graph = new Graph({ type: "undirected" });
  for (const { id, ...place } of data.nodes) graph.addNode(id, place);
  for (const [source, target] of data.edges) graph.mergeEdge(source, target);
  applyForces(graph, data.share);
  self.postMessage(Object.fromEntries(graph.mapNodes((id, { x, y }) => [id, { x, y }])));
};
