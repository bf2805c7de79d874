/**
 * Finds a place for every entity: ForceAtlas2 in small portions between frames, so that the page stays awake. First the lines are untangled, then the
 * names are given room. Where all places are known from an earlier question, nothing moves; where most are, little does.
 */
import type Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { keepPlaces } from "./graph";

const BUDGET = 14; // milliseconds a frame
const MANY = 400; // entities from which the repulsion is only approximated

export function arrange(graph: Graph, done: () => void): () => void {
  const known = graph.filterNodes((_, { known }) => known === true).length;
  const share = known === graph.order ? 0 : (graph.order > 1500 ? 0.3 : 1) * (known > graph.order / 2 ? 0.4 : 1);
  const common = { strongGravityMode: true, barnesHutOptimize: graph.order > MANY };
  const phases = [
    { turns: Math.round(400 * share), settings: { ...common, gravity: 0.05, scalingRatio: 2, slowDown: 1 } },
    { turns: Math.round(150 * share), settings: { ...common, gravity: 0.6, scalingRatio: 10, slowDown: 3, adjustSizes: true } },
  ];
  const portion = graph.order > MANY ? 1 : 10;
  let frame = 0;

  function step(): void {
    const begun = performance.now();
    let phase = phases.find(({ turns }) => turns > 0);
    while (phase && performance.now() - begun < BUDGET) {
      const turns = Math.min(phase.turns, portion);
      forceAtlas2.assign(graph, { iterations: turns, settings: phase.settings });
      phase.turns -= turns;
      phase = phases.find(({ turns }) => turns > 0);
    }
    if (phase) frame = requestAnimationFrame(step);
    else {
      keepPlaces(graph);
      done();
    }
  }
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}
