import type { Framework } from '../model/framework.js';
import type { UncertainInput } from '../model/simulation.js';
import { planOf, type Plan, type PlanNode } from '../stages/plan.js';
import { choiceCount, isChoice, isOfFramework } from './choices.js';
import { subtreeEnds, targetsOf, type NodeInput } from './targets.js';

/** Positions in the specification of the inputs that decide a node's rules; −1: the framework does. */
export interface DecidedBy {
  imputation: number;
  treatment: number;
  normalisation: number;
  data: number;
  aggregation: number;
  missing: number;
  /** Of the children's weights. */
  weights: number;
}

export interface VariantNode {
  readonly at: PlanNode;
  readonly by: DecidedBy;
  /** Choices that its values depend on, ascending; its values are the same wherever these are. */
  readonly choices: readonly number[];
  /** Whether something below it is drawn anew in each run, so that no two runs give it the same values. */
  readonly drawn: boolean;
  /** Whether what was worked out for the same choices can be used again. */
  readonly reusable: boolean;
}

/** Siblings whose weights are drawn together. */
export interface WeightSet {
  readonly input: number;
  /** Indices of the children, and the shares that the method asks for. */
  readonly children: readonly number[];
  readonly nominal: Float64Array;
  /** Room for the shares of a run. */
  readonly drawn: Float64Array;
}

/** A framework that a run may choose, laid out with what each uncertain input does to it. */
export interface Variant {
  readonly plan: Plan;
  readonly nodes: readonly VariantNode[];
  readonly weightSets: readonly WeightSet[];
  /** By input: of how many a draw takes one; 0 for inputs that are drawn. */
  readonly counts: Int32Array;
  /** Position of the input that leaves one out, −1 for none; what it leaves out, by choice. */
  readonly leaveOut: number;
  readonly candidates: readonly number[];
  readonly ends: Int32Array;
}

/** The largest key that is still a whole number. */
const LARGEST_KEY = Number.MAX_SAFE_INTEGER;

/** Lays out a framework in which every target was found. Cost: nodes × inputs. */
export function variantOf(framework: Framework, inputs: readonly UncertainInput[]): Variant {
  const plan = planOf(framework);
  const ends = subtreeEnds(plan);
  const counts = Int32Array.from(inputs, (input) => choiceCount(input, plan));
  const leaveOut = inputs.findIndex(({ kind }) => kind === 'leave_out');
  const candidates = leaveOut < 0 ? [] : targetsOf(inputs[leaveOut] as NodeInput, plan).nodes;
  const decided = plan.nodes.map((): DecidedBy => {
    return {
      imputation: -1,
      treatment: -1,
      normalisation: -1,
      data: -1,
      aggregation: -1,
      missing: -1,
      weights: -1,
    };
  });
  inputs.forEach((input, position) => {
    if (isOfFramework(input) || input.kind === 'leave_out') return;
    for (const index of targetsOf(input as NodeInput, plan).nodes) {
      (decided[index] as DecidedBy)[input.kind as keyof DecidedBy] = position;
    }
  });
  const nodes = new Array<VariantNode>(plan.nodes.length);
  for (let index = plan.nodes.length - 1; index >= 0; index -= 1) {
    const at = plan.nodes[index] as PlanNode;
    const children = at.children.map((child) => nodes[child] as VariantNode);
    const by = decided[index] as DecidedBy;
    const leavesOut =
      plan.framework.method.screen !== undefined ||
      candidates.some((candidate) => candidate > index && candidate < (ends[index] as number));
    const own = Object.values(by as unknown as Record<string, number>);
    const bearing = [...own, leavesOut ? leaveOut : -1, ...children.flatMap(({ choices }) => choices)];
    const choices = [...new Set(bearing)]
      .filter((position) => position >= 0 && isChoice(inputs[position] as UncertainInput))
      .sort((a, b) => a - b);
    const keys = choices.reduce((all, position) => all * ((counts[position] as number) + 1), 1);
    const drawn = by.data >= 0 || by.weights >= 0 || children.some((child) => child.drawn);
    nodes[index] = { at, by, choices, drawn, reusable: !drawn && keys <= LARGEST_KEY };
  }
  const weightSets = nodes
    .filter(({ by }) => by.weights >= 0)
    .map(({ at, by }) => weightSetOf(plan, at, by.weights))
    .filter(({ nominal }) => nominal.some((share) => share > 0));
  return { plan, nodes, weightSets, counts, leaveOut, candidates, ends };
}

function weightSetOf(plan: Plan, { children }: PlanNode, input: number): WeightSet {
  const asked = children.map((child) => (plan.nodes[child] as PlanNode).asked);
  return { input, children, nominal: Float64Array.from(asked), drawn: new Float64Array(asked.length) };
}
