/** Finds a place for every entity: ForceAtlas2 in small portions between frames, so that the page stays awake. Fewer turns where most places are known. */
import type Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { keepPlaces } from "./graph";

const BUDGET = 14; // milliseconds a frame

export function arrange(graph: Graph, done: () => void): () => void {
  const known = graph.filterNodes((_, { known }) => known === true).length;
  const settled = graph.order > 0 && known === graph.order;
  let turns = settled ? 0 : graph.order > 1500 ? 160 : known > graph.order / 2 ? 120 : 400;
  const settings = { ...forceAtlas2.inferSettings(graph), gravity: 1.2, scalingRatio: 14, slowDown: 4, barnesHutOptimize: graph.order > 400, adjustSizes: graph.order < 400 };
  let frame = 0;

  function step(): void {
    const begun = performance.now();
    while (turns > 0 && performance.now() - begun < BUDGET) {
      const portion = Math.min(turns, graph.order > 400 ? 1 : 10);
      forceAtlas2.assign(graph, { iterations: portion, settings });
      turns -= portion;
    }
    if (turns > 0) frame = requestAnimationFrame(step);
    else {
      keepPlaces(graph);
      done();
    }
  }
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}
