/** Gives every entity its place: at once for small networks, by a worker for large ones. Where all places are known from an earlier question, nothing moves. */
import type Graph from "graphology";
import { applyForces, MANY } from "./forces";
import type { Request } from "./forces.worker";
import { keepPlaces } from "./graph";

type Places = Record<string, { x: number; y: number }>;

/** Calls `done` when all stand; the answer is a function that gives up. */
export function arrange(graph: Graph, done: () => void): () => void {
  const known = graph.filterNodes((_, { known }) => known === true).length;
  const share = known === graph.order ? 0 : known > graph.order / 2 ? 0.4 : 1;
  const settled = () => {
    keepPlaces(graph);
    done();
  };
  if (share === 0 || graph.order <= MANY) {
    if (share > 0) applyForces(graph, share);
    settled();
    return () => undefined;
  }
  const worker = new Worker(new URL("./forces.worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<Places>) => {
    worker.terminate();
    graph.updateEachNodeAttributes((node, attributes) => ({ ...attributes, ...data[node] }), { attributes: ["x", "y"] });
    settled();
  };
  worker.postMessage({
    nodes: graph.mapNodes((id, { x, y, size }) => ({ id, x: Number(x), y: Number(y), size: Number(size) })),
    edges: graph.mapEdges((_, __, source, target) => [source, target]),
    share,
  } satisfies Request);
  return () => worker.terminate();
}
