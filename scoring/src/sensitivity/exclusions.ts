import { indicator } from '../stages/indicators/indicator.js';
import type { Source } from '../stages/evaluate.js';
import type { Plan, PlanNode } from '../stages/plan.js';
import { screening } from '../stages/screen.js';
import { subtreeEnds } from './targets.js';

/** What is not counted in a run. */
export interface RunExclusions {
  /** 1 for a unit that screening left out; `null`: none. */
  readonly units: Uint8Array | null;
  /** 1 for a node that is out, and for a parent of which nothing is left; `null`: none. */
  readonly nodes: Uint8Array | null;
}

/**
 * What screening leaves out, and a node that the run leaves out with all that is below it. The run is as
 * if the method did not list that node: its indicators are not asked for when units are screened either.
 *
 * @param candidate index of the node that is left out; −1 for none
 */
export function runExclusions(plan: Plan, source: Source, candidate: number): RunExclusions {
  const rule = plan.framework.method.screen;
  if (rule === undefined && candidate < 0) return { units: null, nodes: null };
  const out = nodesWithout(plan, candidate);
  if (rule === undefined) return { units: null, nodes: out };
  const screen = screening(rule, source.roster.units);
  for (const index of plan.leaves) {
    const { node, scored } = plan.nodes[index] as PlanNode;
    if (scored && out[index] !== 1) screen.add(node.code, indicator(node, source.elements));
  }
  const { units, indicators } = screen.result();
  for (const index of plan.leaves) {
    if (indicators.has((plan.nodes[index] as PlanNode).node.code)) out[index] = 1;
  }
  return { units, nodes: withEmptyParents(plan, out) };
}

/**
 * 1 for a node that is left out, for all that is below it, and for a parent of which nothing is left.
 *
 * @param candidate index of the node; −1 for none
 */
export function nodesWithout(plan: Plan, candidate: number): Uint8Array {
  const out = new Uint8Array(plan.nodes.length);
  if (candidate >= 0) out.fill(1, candidate, subtreeEnds(plan)[candidate]);
  return withEmptyParents(plan, out);
}

function withEmptyParents(plan: Plan, out: Uint8Array): Uint8Array {
  // Children come after their parents: from the end, each is decided before its parent.
  for (let index = plan.nodes.length - 1; index >= 0; index -= 1) {
    const { children } = plan.nodes[index] as PlanNode;
    const scored = children.filter((child) => (plan.nodes[child] as PlanNode).scored);
    if (children.length > 0 && scored.every((child) => out[child] === 1)) out[index] = 1;
  }
  return out;
}
