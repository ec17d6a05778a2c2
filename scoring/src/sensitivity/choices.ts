import type { Framework, FrameworkNode, Method } from '../model/framework.js';
import type { UncertainInput } from '../model/simulation.js';
import { isLeaf } from '../stages/tree.js';
import { planOf, type Plan } from '../stages/plan.js';
import { targetsOf, type NodeInput } from './targets.js';

/** Inputs of which each draw takes one of a few; of the others it takes numbers. */
export function isChoice({ kind }: UncertainInput): boolean {
  return kind !== 'weights' && kind !== 'data';
}

/** Whether an input says what the framework is, before any node of it is spoken of. */
export function isOfFramework({ kind }: UncertainInput): boolean {
  return kind === 'framework' || kind === 'method';
}

/** Of how many a draw takes one, in a given tree; 0 for an input that is not a choice. */
export function choiceCount(input: UncertainInput, plan: Plan): number {
  if (input.kind === 'weights' || input.kind === 'data') return 0;
  if (input.kind !== 'leave_out') return input.alternatives.length;
  return targetsOf(input, plan).nodes.length + (input.orNone === true ? 1 : 0);
}

/**
 * The framework that is chosen, and the rules of its method that others stand in for.
 *
 * @param positions by input, of the alternative that is chosen; read of whole frameworks and methods alone
 */
export function chosenFramework(
  framework: Framework,
  inputs: readonly UncertainInput[],
  positions: ArrayLike<number>,
): Framework {
  let chosen = framework;
  inputs.forEach((input, at) => {
    if (input.kind === 'framework') chosen = input.alternatives[positions[at] as number] as Framework;
  });
  let method = chosen.method;
  inputs.forEach((input, at) => {
    if (input.kind === 'method') method = { ...method, ...input.alternatives[positions[at] as number] };
  });
  return method === chosen.method ? chosen : { ...chosen, method };
}

/**
 * The framework with the chosen rules written at every node that an input is about: what is scored in a
 * draw, except for weights and noise that are drawn and for a node that is left out.
 */
export function frameworkOfChoice(
  framework: Framework,
  inputs: readonly UncertainInput[],
  positions: ArrayLike<number>,
): Framework {
  const chosen = chosenFramework(framework, inputs, positions);
  const plan = planOf(chosen);
  const patches = new Map<string, Partial<FrameworkNode>>();
  inputs.forEach((input, at) => {
    const patch = nodePatch(input, positions[at] as number);
    if (patch === null) return;
    for (const index of targetsOf(input as NodeInput, plan).nodes) {
      const { code } = plan.nodes[index]?.node as FrameworkNode;
      patches.set(code, { ...patches.get(code), ...patch });
    }
  });
  return { ...chosen, root: patched(chosen.root, patches) };
}

function nodePatch(input: UncertainInput, position: number): Partial<FrameworkNode> | null {
  switch (input.kind) {
    case 'normalisation':
      return { normalise: input.alternatives[position] as NonNullable<Method['normalise']> };
    case 'imputation':
      return { impute: input.alternatives[position] as NonNullable<Method['impute']> };
    case 'treatment':
      return { treat: input.alternatives[position] as NonNullable<Method['treat']> };
    case 'aggregation':
      return { aggregation: input.alternatives[position] as Method['aggregation'] };
    case 'missing':
      return { missing: input.alternatives[position] as Method['missing'] };
    default:
      return null;
  }
}

function patched(node: FrameworkNode, patches: ReadonlyMap<string, Partial<FrameworkNode>>): FrameworkNode {
  const own = { ...node, ...patches.get(node.code) };
  if (isLeaf(node)) return own;
  return { ...own, children: (node.children ?? []).map((child) => patched(child, patches)) };
}
