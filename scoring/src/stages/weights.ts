import type { Weighting } from '../model/aggregation.js';
import type { FrameworkNode } from '../model/framework.js';
import type { Problem } from '../model/outcome.js';
import { sum } from '../numeric/sum.js';
import { isScored } from './tree.js';
import { isFiniteNumber, isRecord, shown } from './validate/shape.js';

const METHODS = ['points', 'given', 'equal'];

/**
 * Weights of siblings on the scale of the framework: points, given weights, or 1 each; 0 for what the
 * method lists without scoring it. Aggregation compares them with each other and takes any scale, so
 * that whole points stay whole until the one division by their sum.
 */
export function statedWeights(children: readonly FrameworkNode[], rule: Weighting): Float64Array {
  const weights = new Float64Array(children.length);
  children.forEach((child, i) => {
    if (isScored(child)) weights[i] = statedWeight(child, rule);
  });
  return weights;
}

/**
 * Share of the parent that the method asks for, for each child: not scored = 0, the others sum to 1
 * (OECD/JRC Handbook, step 6; COINr rescales `Weight` within each group the same way).
 *
 * @returns shares in the order of the children; all 0 where none is scored
 */
export function siblingWeights(children: readonly FrameworkNode[], rule: Weighting): Float64Array {
  const weights = statedWeights(children, rule);
  const ofAll = sum([...weights]);
  return ofAll > 0 ? weights.map((weight) => weight / ofAll) : weights;
}

/**
 * What is wrong with a rule for weights and with the weights that it takes from the siblings.
 *
 * @param children the siblings; none, to check the rule alone
 * @param path of the rule, or of the parent whose children these are
 */
export function weightingProblems(
  children: readonly FrameworkNode[],
  rule: Weighting,
  path: string,
): readonly Problem[] {
  const method: unknown = isRecord(rule) ? rule.method : rule;
  if (!isRecord(rule) || !METHODS.includes(method as string)) {
    return [{ code: 'WEIGHTING_UNKNOWN', path, params: { found: shown(method), known: METHODS.join(' ') } }];
  }
  const scored = children.filter(isScored);
  if (rule.method === 'equal' || scored.length === 0) return [];
  const field = rule.method === 'points' ? 'points' : 'weight';
  const problems = scored.flatMap((child) => ownProblems(child, field));
  if (problems.length > 0) return problems;
  const ofAll = sum(scored.map((child) => statedWeight(child, rule)));
  if (ofAll > 0 && Number.isFinite(ofAll)) return [];
  const code = ofAll === 0 ? 'WEIGHTS_SUM_ZERO' : 'WEIGHTS_SUM_NOT_FINITE';
  return [{ code, path, params: { children: scored.length } }];
}

function ownProblems(child: FrameworkNode, field: 'points' | 'weight'): readonly Problem[] {
  const value: unknown = child[field];
  const path = `framework.${child.code}.${field}`;
  const name = field === 'points' ? 'POINTS' : 'WEIGHT';
  if (value === undefined) return [{ code: `${name}_ABSENT`, path, params: { node: child.code } }];
  if (isFiniteNumber(value) && value >= 0) return [];
  return [{ code: `${name}_INVALID`, path, params: { [field]: shown(value) } }];
}

function statedWeight(child: FrameworkNode, { method }: Weighting): number {
  if (method === 'equal') return 1;
  // A weight of −0 is a weight of 0.
  return ((method === 'points' ? child.points : child.weight) ?? 0) + 0;
}
