import type { Unit } from '../../model/dataset.js';
import type { FrameworkNode, Method } from '../../model/framework.js';
import type { Problem } from '../../model/outcome.js';
import { sum } from '../../numeric/sum.js';
import { aggregationProblems } from '../aggregate/problems.js';
import { imputationProblems } from '../impute.js';
import { formulaProblems } from '../indicators/formula-problems.js';
import { fixedNumbersProblems } from '../normalise/fixed-numbers-problems.js';
import { directionProblems, normalisationProblems } from '../normalise/normalise.js';
import { treatmentProblems } from '../treat/treat.js';
import { isScored } from '../tree.js';
import { weightingProblems } from '../weights.js';
import { isFiniteNumber, isRecord, shown, type Unknowns } from './shape.js';

/** Published points are whole or have few decimals; this only absorbs binary rounding. */
const POINTS_TOLERANCE = 1e-9;

const OF_A_LEAF = [
  'formula',
  'unit',
  'bounds',
  'input',
  'direction',
  'impute',
  'treat',
  'normalise',
] as const;
const OF_A_PARENT = [
  'weights',
  'aggregation',
  'missing',
  'notApplicable',
  'availability',
  'availabilityBy',
] as const;

export function leafProblems(
  node: FrameworkNode,
  method: Method,
  units: readonly Unit[],
  path: string,
): readonly Problem[] {
  const { impute, treat, normalise } = node;
  const ofNormalise =
    normalise === undefined ? [] : normalisationProblems(normalise, units, `${path}.normalise`);
  return [
    ...misplaced(node, OF_A_PARENT, 'leaf', path),
    ...formulaProblems(node, path),
    ...wordProblems(node as unknown as Unknowns, path),
    ...boundsProblems((node as unknown as Unknowns)['bounds'], `${path}.bounds`),
    ...(impute === undefined ? [] : imputationProblems(impute, `${path}.impute`)),
    ...(treat === undefined ? [] : treatmentProblems(treat, `${path}.treat`)),
    ...ofNormalise,
    ...(ofNormalise.length > 0 ? [] : scaleProblems(node, method, units, path)),
  ];
}

export function parentProblems(node: FrameworkNode, method: Method, path: string): readonly Problem[] {
  const { children = [], weights, aggregation } = node;
  const weighting = weights ?? method.weights ?? { method: 'points' };
  const problems: Problem[] = [
    ...misplaced(node, OF_A_LEAF, 'parent', path),
    ...(aggregation === undefined ? [] : aggregationProblems(aggregation, `${path}.aggregation`)),
  ];
  const scored = children.filter(isScored);
  if (scored.length === 0) {
    return [...problems, { code: 'NODE_WITHOUT_SCORED_CHILD', path, params: { node: node.code } }];
  }
  const ofRule = weightingProblems([], weighting, `${path}.weights`);
  // A rule of the method that is wrong is told of there.
  if (ofRule.length > 0) return weights === undefined ? problems : [...problems, ...ofRule];
  if (weighting.method === 'given') return [...problems, ...weightingProblems(children, weighting, path)];
  problems.push(...unusedWeightProblems(children));
  if (weighting.method === 'points') problems.push(...pointsProblems(node, scored, path));
  return problems;
}

/** A weight that is not read now would be once the rule changes. */
function unusedWeightProblems(children: readonly FrameworkNode[]): readonly Problem[] {
  return children.flatMap(({ code, weight }) => {
    const found: unknown = weight;
    if (found === undefined || (isFiniteNumber(found) && found >= 0)) return [];
    return [{ code: 'WEIGHT_INVALID', path: `framework.${code}.weight`, params: { weight: shown(found) } }];
  });
}

/** By points every scored child has some, and a stated sum is the sum. */
function pointsProblems(
  node: FrameworkNode,
  scored: readonly FrameworkNode[],
  path: string,
): readonly Problem[] {
  const without = scored.filter(({ points }) => points === undefined || points === 0);
  const problems: Problem[] = without.map((child) => ({
    code: 'SCORED_NODE_WITHOUT_POINTS',
    path: `framework.${child.code}.points`,
    params: { node: child.code },
  }));
  // Points that are not numbers are told of at the node itself.
  if (without.length > 0 || scored.some(({ points }) => !isFiniteNumber(points))) return problems;
  const ofChildren = sum(scored.map(({ points }) => points as number));
  const { points } = node;
  if (!Number.isFinite(ofChildren)) {
    return [...problems, { code: 'WEIGHTS_SUM_NOT_FINITE', path, params: { children: scored.length } }];
  }
  if (points === undefined || Math.abs(ofChildren - points) <= POINTS_TOLERANCE) return problems;
  return [
    ...problems,
    { code: 'POINTS_DO_NOT_ADD_UP', path: `${path}.points`, params: { points, ofChildren } },
  ];
}

/** A rule that would never be read is a mistake of its author. */
function misplaced(
  node: FrameworkNode,
  names: readonly (keyof FrameworkNode)[],
  kind: 'leaf' | 'parent',
  path: string,
): readonly Problem[] {
  return names
    .filter((name) => node[name] !== undefined)
    .map((name) => ({ code: 'RULE_MISPLACED', path: `${path}.${name}`, params: { node: node.code, kind } }));
}

function wordProblems(node: Unknowns, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  const { input, direction, unit } = node;
  if (input !== undefined && input !== 'ratio' && input !== 'points') {
    problems.push({ code: 'INPUT_UNKNOWN', path: `${path}.input`, params: { found: shown(input) } });
  }
  if (direction !== undefined && direction !== 'higher_is_better' && direction !== 'lower_is_better') {
    problems.push({
      code: 'DIRECTION_UNKNOWN',
      path: `${path}.direction`,
      params: { found: shown(direction) },
    });
  }
  if (unit !== undefined && typeof unit !== 'string') {
    problems.push({ code: 'UNIT_OF_MEASURE_INVALID', path: `${path}.unit`, params: { found: shown(unit) } });
  }
  return problems;
}

function boundsProblems(bounds: unknown, path: string): readonly Problem[] {
  if (bounds === undefined) return [];
  if (!isRecord(bounds)) return [{ code: 'BOUNDS_INVALID', path, params: { found: shown(bounds) } }];
  const { minimum, maximum } = bounds;
  const sound = [minimum, maximum].every((end) => end === undefined || isFiniteNumber(end));
  const ordered = !isFiniteNumber(minimum) || !isFiniteNumber(maximum) || minimum <= maximum;
  if (sound && ordered) return [];
  return [{ code: 'BOUNDS_INVALID', path, params: { minimum: shown(minimum), maximum: shown(maximum) } }];
}

/** Whether the normalisation that applies, the leaf's or the method's, suits what the leaf says of itself. */
function scaleProblems(
  node: FrameworkNode,
  method: Method,
  units: readonly Unit[],
  path: string,
): readonly Problem[] {
  const rule = node.normalise ?? method.normalise ?? { method: 'ratio_to_maximum' };
  // A rule of the method that is wrong is told of there.
  if (normalisationProblems(rule, units, path).length > 0) return [];
  const { input, points, direction = 'higher_is_better' } = node;
  const treat = node.treat ?? method.treat ?? { method: 'none' };
  const problems: Problem[] = [...directionProblems(rule, direction, path)];
  if (treatmentProblems(treat, path).length === 0) problems.push(...fixedNumbersProblems(treat, rule, path));
  const needsPoints = rule.method === 'ratio_to_maximum' && input === 'points';
  if (needsPoints && !(isFiniteNumber(points) && points > 0)) {
    problems.push({ code: 'POINTS_NEEDED', path: `${path}.points`, params: { points: shown(points) } });
  }
  return problems;
}
