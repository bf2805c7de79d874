/**
 * How places are found: ForceAtlas2, first to untangle the lines, then to give the names room. Runs on the page for small networks and in a worker for large
 * ones, so it knows nothing of the screen.
 */
import type Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

export const MANY = 400; // entities from which a worker does it and the repulsion is only approximated

/** Move every entity; `share` (0-1) of the usual turns, less where most places are known. */
export function applyForces(graph: Graph, share: number): void {
  const large = graph.order > MANY;
  const common = { strongGravityMode: true, barnesHutOptimize: large };
  const untangle = { ...common, gravity: 0.05, scalingRatio: large ? 8 : 2, slowDown: 1 };
  forceAtlas2.assign(graph, { iterations: Math.ceil((large ? 180 : 400) * share), settings: untangle });
  if (large) return;
  const spread = { ...common, gravity: 0.6, scalingRatio: 10, slowDown: 3, adjustSizes: true };
  forceAtlas2.assign(graph, { iterations: Math.ceil(150 * share), settings: spread });
}
