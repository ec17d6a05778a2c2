import type { Unit } from '../../model/dataset.js';
import type { Direction, Normalisation } from '../../model/normalisation.js';
import type { Problem } from '../../model/outcome.js';
import { isFiniteNumber, isRecord, shown, type Unknowns } from '../validate/shape.js';
import { fallsTo, risesFrom, stepsProblems } from './steps-problems.js';

/** Looks at one part of a rule of which nothing is known yet but its method. */
type Check = (rule: Unknowns, path: string, units: readonly Unit[]) => readonly Problem[];

const POLICIES = ['clamp', 'keep'];

const CHECKS: ReadonlyMap<unknown, readonly Check[]> = new Map<unknown, readonly Check[]>([
  ['ratio_to_maximum', [optionalClamp]],
  ['min_max', [scale('to'), constant]],
  ['goalposts', [goalposts, scale('to'), clamp]],
  ['ratio_to_target', [target, positiveTarget, scale('to'), clamp]],
  ['distance_to_target', [target, scale('to'), clamp, constant]],
  ['z_score', [scale('limits'), constant]],
  ['scaled_z_score', [mean, deviation, scale('limits'), constant]],
  ['rank', [ties]],
  ['percentile_rank', [ties, scale('to'), constant]],
  ['borda', [ties]],
  ['distance_to_maximum', [scale('to'), constant]],
  ['distance_to_reference', [reference, scale('to'), clamp, constant]],
  ['fraction_of_maximum', [scale('to'), optionalClamp, constant]],
  ['steps', [stepsProblems]],
  ['boolean', [threshold]],
]);

/**
 * Everything that is wrong with a normalisation. It may be anything, as read from a file.
 *
 * @param units those of the data, for the unit of reference; none: it is not looked up
 * @param path of the rule, e.g. `framework.method.normalise`
 */
export function normalisationProblems(
  rule: Normalisation,
  units: readonly Unit[],
  path: string,
): readonly Problem[] {
  const found: unknown = rule;
  const method = isRecord(found) ? found['method'] : found;
  const checks = isRecord(found) ? CHECKS.get(method) : undefined;
  if (checks !== undefined)
    return checks.flatMap((check) => check(found as unknown as Unknowns, path, units));
  const params = { found: shown(method), known: [...CHECKS.keys()].join(' ') };
  return [{ code: 'NORMALISATION_UNKNOWN', path, params }];
}

/**
 * Whether a rule suits the direction of a leaf: steps that rise are for indicators of which more is better,
 * steps that fall for the others.
 *
 * @param rule the leaf's own or the method's, in which `normalisationProblems` finds nothing
 */
export function directionProblems(
  rule: Normalisation,
  direction: Direction,
  path: string,
): readonly Problem[] {
  if (rule.method !== 'steps') return [];
  const suits = direction === 'higher_is_better' ? risesFrom : fallsTo;
  if (suits(rule.below, rule.steps)) return [];
  return [{ code: 'STEPS_AGAINST_DIRECTION', path, params: { direction } }];
}

/** Both ends finite and in order, and no further apart than a number can say. */
function scale(field: 'to' | 'limits'): Check {
  return (rule, path) => {
    const ends: unknown = rule[field];
    const own = `${path}.${field}`;
    if (ends === undefined) return [];
    if (!Array.isArray(ends) || ends.length !== 2) {
      return [{ code: 'SCALE_INVALID', path: own, params: { found: shown(ends) } }];
    }
    const [low, high] = ends as readonly unknown[];
    const params = { low: shown(low), high: shown(high) };
    if (!isFiniteNumber(low) || !isFiniteNumber(high) || !Number.isFinite(high - low)) {
      return [{ code: 'SCALE_NOT_FINITE', path: own, params }];
    }
    return low < high ? [] : [{ code: 'SCALE_NOT_ASCENDING', path: own, params }];
  };
}

function clamp(rule: Unknowns, path: string): readonly Problem[] {
  if (POLICIES.includes(rule['clamp'] as string)) return [];
  const params = { found: shown(rule['clamp']), known: POLICIES.join(' ') };
  return [{ code: 'CLAMP_POLICY_UNKNOWN', path: `${path}.clamp`, params }];
}

function optionalClamp(rule: Unknowns, path: string): readonly Problem[] {
  return rule['clamp'] === undefined ? [] : clamp(rule, path);
}

function constant(rule: Unknowns, path: string): readonly Problem[] {
  const policy = rule['constant'];
  const own = `${path}.constant`;
  if (policy === 'undetermined') return [];
  if (!isRecord(policy)) {
    return [{ code: 'CONSTANT_POLICY_UNKNOWN', path: own, params: { found: shown(policy) } }];
  }
  return finite(policy, 'value', own, 'CONSTANT_VALUE_NOT_FINITE');
}

function goalposts(rule: Unknowns, path: string): readonly Problem[] {
  const { from, upTo, logarithm } = rule;
  const problems: Problem[] = [];
  if (logarithm !== undefined && typeof logarithm !== 'boolean') {
    const params = { found: shown(logarithm) };
    problems.push({ code: 'LOGARITHM_INVALID', path: `${path}.logarithm`, params });
  }
  problems.push(...finite(rule, 'from', path, 'GOALPOST_NOT_FINITE'));
  problems.push(...finite(rule, 'upTo', path, 'GOALPOST_NOT_FINITE'));
  if (!isFiniteNumber(from) || !isFiniteNumber(upTo)) return problems;
  // The lower one decides: below it in order, the upper one is positive too.
  if (logarithm === true && from <= 0) {
    problems.push({ code: 'GOALPOST_NOT_POSITIVE', path: `${path}.from`, params: { from } });
  }
  if (from >= upTo) problems.push({ code: 'GOALPOSTS_NOT_ASCENDING', path, params: { from, upTo } });
  else if (!hasWay(from, upTo, logarithm === true)) {
    problems.push({ code: 'GOALPOSTS_WITHOUT_RANGE', path, params: { from, upTo } });
  }
  return problems;
}

/** Whether the distance of the goalposts is a number above zero: not beyond the doubles, nor lost in a logarithm. */
function hasWay(from: number, upTo: number, logarithm: boolean): boolean {
  if (logarithm && from <= 0) return true;
  const way = logarithm ? Math.log(upTo) - Math.log(from) : upTo - from;
  return way > 0 && Number.isFinite(way);
}

function target(rule: Unknowns, path: string): readonly Problem[] {
  return finite(rule, 'target', path, 'TARGET_NOT_FINITE');
}

/** A ratio to nothing is none, and one to a negative target turns the order around. */
function positiveTarget(rule: Unknowns, path: string): readonly Problem[] {
  const value = rule['target'];
  if (!isFiniteNumber(value) || value > 0) return [];
  return [{ code: 'TARGET_NOT_POSITIVE', path: `${path}.target`, params: { target: value } }];
}

function mean(rule: Unknowns, path: string): readonly Problem[] {
  return finite(rule, 'mean', path, 'MEAN_NOT_FINITE');
}

function deviation(rule: Unknowns, path: string): readonly Problem[] {
  const value = rule['deviation'];
  if (isFiniteNumber(value) && value > 0) return [];
  return [{ code: 'DEVIATION_NOT_POSITIVE', path: `${path}.deviation`, params: { deviation: shown(value) } }];
}

function ties(rule: Unknowns, path: string): readonly Problem[] {
  const found = rule['ties'];
  if (found === undefined || found === 'lowest' || found === 'average') return [];
  const params = { found: shown(found), known: 'lowest average' };
  return [{ code: 'RANK_TIES_UNKNOWN', path: `${path}.ties`, params }];
}

function reference(rule: Unknowns, path: string, units: readonly Unit[]): readonly Problem[] {
  const unit = rule['unit'];
  if (units.length === 0 && typeof unit === 'string') return [];
  if (units.some(({ code }) => code === unit)) return [];
  return [{ code: 'REFERENCE_UNIT_UNKNOWN', path: `${path}.unit`, params: { unit: shown(unit) } }];
}

function threshold(rule: Unknowns, path: string): readonly Problem[] {
  return finite(rule, 'threshold', path, 'THRESHOLD_NOT_FINITE');
}

function finite(rule: Unknowns, field: string, path: string, code: string): readonly Problem[] {
  const value = rule[field];
  return isFiniteNumber(value) ? [] : [{ code, path: `${path}.${field}`, params: { found: shown(value) } }];
}
