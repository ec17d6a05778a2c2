import type { AuditRefusal, RefusalCode, TargetWeights } from '../model/audit.js';
import { pearson, pearsonWith } from '../numeric/correlation.js';
import { completeCases } from '../numeric/principal-components.js';
import { leastSquares } from '../numeric/least-squares.js';
import { sum } from '../numeric/sum.js';
import { combine } from '../stages/evaluate.js';
import { codeAt, columnsAt, countingChildren, nodeAt, valuesAt, type CountedTree } from './counted-tree.js';

/** A share of the correlations this near to its target has met it. */
const MET = 1e-6;
/** With two units every correlation is 1 or −1, whatever the weights. */
const FEWEST_CASES = 3;

/** The children of one parent, and what is asked of their correlations with it. */
interface Family {
  readonly tree: CountedTree;
  readonly parent: number;
  readonly members: readonly number[];
  /** Shares of the sum of the correlations; they add up to 1. */
  readonly target: readonly number[];
  /** Correlation of each child with the values of their parent. */
  readonly correlationsWith: (parent: Float64Array) => readonly (number | null)[];
}

/**
 * Weights under which the correlations of the children with their parent are in proportion to a target:
 * the least sum of (rᵢ / Σr − targetᵢ)², the parent combined anew by its own rules each time (COINr's
 * `get_opt_weights`, `balance`; W. Becker et al., Ecological Indicators 80 (2017), 12–22). Weights stay
 * above 0; where the target asks for less, one goes towards 0 and the target is not met.
 *
 * @param target by child, any scale; `undefined`: equal
 */
export function targetWeights(
  tree: CountedTree,
  parent: number,
  target: Readonly<Record<string, number>> | undefined,
): TargetWeights | AuditRefusal {
  const members = countingChildren(tree, parent);
  const aims = members.map((member) => aimOf(codeAt(tree, member), target));
  const ofAims = sum(aims);
  const family: Family = {
    tree,
    parent,
    members,
    target: aims.map((aim) => aim / ofAims),
    correlationsWith: pearsonWith(members.map((member) => valuesAt(tree, member))),
  };
  const about = { step: 'weights', nodes: [codeAt(tree, parent)] } as const;
  const refusal = ruleRefusal(family) ?? startRefusal(family);
  if (refusal !== null) return { ...about, ...refusal };
  // As COINr starts: the weights of the target itself.
  const found = leastSquares((place) => residualsBy(family, sharesOf(place)), family.target.map(Math.log));
  const proposed = found === null ? Float64Array.from(family.target) : sharesOf(found.place);
  return reached(family, proposed, correlationsBy(family, proposed));
}

/** Equal where the target says nothing of the node: it then says nothing of its siblings either. */
function aimOf(node: string, target: Readonly<Record<string, number>> | undefined): number {
  return target !== undefined && Object.hasOwn(target, node) ? (target[node] as number) : 1;
}

function reached(family: Family, proposed: Float64Array, correlations: Float64Array): TargetWeights {
  const { tree, parent, members, target } = family;
  const ofAll = sum([...correlations]);
  const asked = valuesAt(tree, parent);
  const weights = members.map((member, at) => ({
    node: codeAt(tree, member),
    asked: nodeAt(tree, member).asked,
    proposed: proposed[at] as number,
    target: target[at] as number,
    reached: (correlations[at] as number) / ofAll,
    correlationAsked: pearson(valuesAt(tree, member), asked),
    correlation: correlations[at] as number,
  }));
  const distance = weights.reduce((most, own) => Math.max(most, Math.abs(own.reached - own.target)), 0);
  return {
    method: 'target_correlation',
    parent: codeAt(tree, parent),
    met: distance <= MET,
    distance,
    weights,
  };
}

interface Refusal {
  readonly code: RefusalCode;
  readonly params: AuditRefusal['params'];
}

/** A rule by which no weights can be aimed. */
function ruleRefusal({ tree, parent, members }: Family): Refusal | null {
  const method = nodeAt(tree, parent).parentRules?.aggregation.method ?? null;
  if (members.length < 2) return { code: 'SINGLE_CHILD', params: { members: members.length } };
  if (method === 'minimum') return { code: 'WEIGHTS_WITHOUT_EFFECT', params: { method } };
  if (method !== 'median' && method !== 'copeland') return null;
  return { code: 'WEIGHTS_MOVE_IN_STEPS', params: { method } };
}

/** Data that have no correlations to start from. */
function startRefusal(family: Family): Refusal | null {
  const { tree, members, target } = family;
  const start = Float64Array.from(target);
  const combined = combinedBy(family, start);
  for (const member of members) {
    const values = valuesAt(tree, member);
    const [own, whole] = completeCases([values, combined]) as [Float64Array, Float64Array];
    const params = { member: codeAt(tree, member), cases: own.length, needed: FEWEST_CASES };
    if (own.length < FEWEST_CASES) return { code: 'TOO_FEW_CASES', params };
    if (pearson(own, whole) !== null) continue;
    return { code: isConstant(own) || isConstant(whole) ? 'NO_SPREAD' : 'OUT_OF_RANGE', params };
  }
  const ofAll = sum([...correlationsBy(family, start)]);
  return ofAll > 0 ? null : { code: 'CORRELATIONS_NOT_POSITIVE', params: { sum: ofAll } };
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

/** `null` where a correlation is not defined, or where they do not add up to more than zero. */
function residualsBy(family: Family, shares: Float64Array): Float64Array | null {
  const correlations = correlationsBy(family, shares);
  const ofAll = sum([...correlations]);
  if (!(ofAll > 0)) return null;
  return correlations.map((value, at) => value / ofAll - (family.target[at] as number));
}

/** NaN where one is not defined. */
function correlationsBy(family: Family, shares: Float64Array): Float64Array {
  return Float64Array.from(
    family.correlationsWith(combinedBy(family, shares)),
    (value) => value ?? Number.NaN,
  );
}

/** The parent's values by other weights and its own rules. */
function combinedBy({ tree, parent, members }: Family, shares: Float64Array): Float64Array {
  const { roster, exclusions } = tree.evaluation;
  const children = members.map((member, at) => ({
    ...columnsAt(tree, member),
    weight: shares[at] as number,
  }));
  return combine(nodeAt(tree, parent), children, roster, exclusions.units).column.values;
}

/** Shares that add up to 1 from their logarithms, on any scale. */
function sharesOf(logarithms: Float64Array): Float64Array {
  const highest = logarithms.reduce((most, logarithm) => Math.max(most, logarithm), Number.NEGATIVE_INFINITY);
  const powers = logarithms.map((logarithm) => Math.exp(logarithm - highest));
  const ofAll = sum([...powers]);
  return powers.map((power) => power / ofAll);
}
