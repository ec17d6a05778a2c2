import type { Unit } from '../model/dataset.js';
import type { Problem } from '../model/outcome.js';
import { isFiniteNumber, isRecord, shown, type Unknowns } from '../stages/validate/shape.js';
import { inputsProblems } from './input-problems.js';
import { unknownFields } from './unknown-fields.js';

/** Beyond this many draws an interval no longer changes in any digit that is published. */
export const MOST_DRAWS = 100_000;
/** Units × draws whose scores and ranks are kept: 240 MB. */
export const MOST_CELLS = 20_000_000;
export const MOST_RESAMPLES = 100_000;

const FIELDS = ['draws', 'seed', 'inputs', 'interval', 'confidence', 'sensitivity'];
const SENSITIVITY_FIELDS = ['targets', 'resamples'];
const TARGETS = ['rank_shift', 'score', 'rank'];

/**
 * Everything that is wrong with a specification in itself, which may be anything, as read from a file.
 * Whether it suits the framework and the data is `choiceProblems`' business.
 */
export function specificationProblems(
  specification: unknown,
  units: readonly Unit[],
  path: string,
): readonly Problem[] {
  if (!isRecord(specification)) {
    return [{ code: 'SIMULATION_INVALID', path, params: { found: shown(specification) } }];
  }
  return [
    ...unknownFields(specification, FIELDS, path),
    ...drawsProblems(specification, units, path),
    ...seedProblems(specification['seed'], `${path}.seed`),
    ...intervalProblems(specification['interval'], `${path}.interval`),
    ...confidenceProblems(specification['confidence'], `${path}.confidence`),
    ...inputsProblems(specification['inputs'], units, `${path}.inputs`),
    ...sensitivityProblems(specification, units, `${path}.sensitivity`),
  ];
}

function drawsProblems(
  { draws, sensitivity }: Unknowns,
  units: readonly Unit[],
  path: string,
): readonly Problem[] {
  if (!isWhole(draws, 1, MOST_DRAWS)) {
    const params = { draws: shown(draws), most: MOST_DRAWS };
    return [{ code: 'SIMULATION_DRAWS_INVALID', path: `${path}.draws`, params }];
  }
  const cells = draws * units.length * (sensitivity === undefined ? 1 : 2);
  if (cells <= MOST_CELLS) return [];
  return [{ code: 'SIMULATION_TOO_LARGE', path: `${path}.draws`, params: { cells, most: MOST_CELLS } }];
}

function seedProblems(seed: unknown, path: string): readonly Problem[] {
  if (isWhole(seed, 0, Number.MAX_SAFE_INTEGER)) return [];
  return [{ code: 'SIMULATION_SEED_INVALID', path, params: { seed: shown(seed) } }];
}

function intervalProblems(interval: unknown, path: string): readonly Problem[] {
  if (interval === undefined) return [];
  const pair = Array.isArray(interval) && interval.length === 2;
  const [lower, upper] = pair ? (interval as readonly unknown[]) : [];
  if (pair && isShare(lower) && isShare(upper) && lower < upper) return [];
  const params = { lower: shown(lower), upper: shown(upper) };
  return [{ code: 'SIMULATION_INTERVAL_INVALID', path, params }];
}

function confidenceProblems(confidence: unknown, path: string): readonly Problem[] {
  if (confidence === undefined || (isShare(confidence) && confidence > 0)) return [];
  return [{ code: 'SIMULATION_CONFIDENCE_INVALID', path, params: { confidence: shown(confidence) } }];
}

function sensitivityProblems(
  { sensitivity, inputs }: Unknowns,
  units: readonly Unit[],
  path: string,
): readonly Problem[] {
  if (sensitivity === undefined) return [];
  if (!isRecord(sensitivity)) {
    return [{ code: 'SENSITIVITY_INVALID', path, params: { found: shown(sensitivity) } }];
  }
  const problems: Problem[] = [...unknownFields(sensitivity, SENSITIVITY_FIELDS, path)];
  // With one input there is nothing to divide the variance between (COINr refuses it too).
  if (Array.isArray(inputs) && inputs.length === 1) {
    problems.push({ code: 'SENSITIVITY_NEEDS_TWO_INPUTS', path, params: { inputs: inputs.length } });
  }
  const { targets, resamples } = sensitivity;
  if (resamples !== undefined && !isWhole(resamples, 0, MOST_RESAMPLES)) {
    const params = { resamples: shown(resamples), most: MOST_RESAMPLES };
    problems.push({ code: 'SENSITIVITY_RESAMPLES_INVALID', path: `${path}.resamples`, params });
  }
  return [...problems, ...targetsProblems(targets, units, `${path}.targets`)];
}

function targetsProblems(targets: unknown, units: readonly Unit[], path: string): readonly Problem[] {
  if (targets === undefined) return [];
  if (!Array.isArray(targets) || targets.length === 0) {
    return [{ code: 'SENSITIVITY_TARGETS_ABSENT', path, params: { found: shown(targets) } }];
  }
  const codes = new Set<unknown>(units.map(({ code }) => code));
  return targets.flatMap((target: unknown, position): readonly Problem[] => {
    const own = `${path}[${position}]`;
    const of = isRecord(target) ? target['of'] : target;
    if (!isRecord(target) || !TARGETS.includes(of as string)) {
      const params = { found: shown(of), known: TARGETS.join(' ') };
      return [{ code: 'SENSITIVITY_TARGET_UNKNOWN', path: own, params }];
    }
    const ofUnit = of !== 'rank_shift';
    const problems = [...unknownFields(target, ofUnit ? ['of', 'unit'] : ['of'], own)];
    if (ofUnit && !codes.has(target['unit'])) {
      const params = { unit: shown(target['unit']) };
      problems.push({ code: 'SENSITIVITY_UNIT_UNKNOWN', path: `${own}.unit`, params });
    }
    return problems;
  });
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isShare(value: unknown): value is number {
  return isFiniteNumber(value) && value >= 0 && value <= 1;
}
