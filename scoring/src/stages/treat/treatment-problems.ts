import type { Problem } from '../../model/outcome.js';
import type { Treatment } from '../../model/treatment.js';
import { isFiniteNumber, isRecord, shown, type Unknowns } from '../validate/shape.js';

type Check = (rule: Unknowns, path: string) => readonly Problem[];

const CHECKS: ReadonlyMap<unknown, Check> = new Map<unknown, Check>([
  ['none', () => []],
  ['limits', limitProblems],
  ['transform', (rule, path) => transformationProblems(rule['transformation'], `${path}.transformation`)],
  ['test_and_treat', testAndTreatProblems],
]);

const KINDS = ['log_shifted', 'log_shifted_by_one', 'log_against_skew', 'log_gii', 'log', 'box_cox'];

/**
 * Everything that is wrong with a treatment. It may be anything, as read from a file.
 *
 * @param path of the rule, e.g. `framework.method.treat`
 */
export function treatmentProblems(rule: Treatment, path: string): readonly Problem[] {
  const found: unknown = rule;
  const method = isRecord(found) ? found['method'] : found;
  const check = isRecord(found) ? CHECKS.get(method) : undefined;
  if (check !== undefined) return check(found as Unknowns, path);
  const params = { found: shown(method), known: [...CHECKS.keys()].join(' ') };
  return [{ code: 'TREATMENT_UNKNOWN', path, params }];
}

function limitProblems(rule: Unknowns, path: string): readonly Problem[] {
  const { lower, upper } = rule;
  if (lower === undefined && upper === undefined) {
    return [{ code: 'TREATMENT_LIMITS_ABSENT', path, params: {} }];
  }
  const problems = (['lower', 'upper'] as const).flatMap((field): readonly Problem[] => {
    const limit = rule[field];
    if (limit === undefined || isFiniteNumber(limit)) return [];
    const params = { found: shown(limit) };
    return [{ code: 'TREATMENT_LIMIT_NOT_FINITE', path: `${path}.${field}`, params }];
  });
  if (!isFiniteNumber(lower) || !isFiniteNumber(upper) || lower < upper) return problems;
  return [{ code: 'TREATMENT_LIMITS_NOT_ASCENDING', path, params: { lower, upper } }];
}

function transformationProblems(transformation: unknown, path: string): readonly Problem[] {
  const kind = isRecord(transformation) ? transformation['kind'] : transformation;
  if (!isRecord(transformation) || !KINDS.includes(kind as string)) {
    const params = { found: shown(kind), known: KINDS.join(' ') };
    return [{ code: 'TRANSFORMATION_UNKNOWN', path, params }];
  }
  if (kind !== 'box_cox') return [];
  const { lambda } = transformation;
  const problems = switchProblems(transformation, 'shifted', path);
  if (lambda === 'maximum_likelihood' || isFiniteNumber(lambda)) return problems;
  const params = { lambda: shown(lambda) };
  return [...problems, { code: 'BOX_COX_LAMBDA_INVALID', path: `${path}.lambda`, params }];
}

function testAndTreatProblems(rule: Unknowns, path: string): readonly Problem[] {
  const { points, transformation, combine } = rule;
  const problems = [...testProblems(rule['test'], `${path}.test`)];
  if (points !== null && !(Number.isSafeInteger(points) && (points as number) >= 0)) {
    problems.push({
      code: 'WINSORISED_POINTS_INVALID',
      path: `${path}.points`,
      params: { points: shown(points) },
    });
  }
  problems.push(...switchProblems(rule, 'force', path));
  if (transformation !== null) {
    problems.push(...transformationProblems(transformation, `${path}.transformation`));
  }
  if (combine === undefined) {
    problems.push({ code: 'TREATMENT_SWITCH_INVALID', path: `${path}.combine`, params: { found: null } });
  }
  return [...problems, ...switchProblems(rule, 'combine', path)];
}

/** |skewness| below 0 is nothing; an excess kurtosis can be negative. */
function testProblems(test: unknown, path: string): readonly Problem[] {
  if (!isRecord(test)) return [{ code: 'OUTLIER_TEST_INVALID', path, params: { found: shown(test) } }];
  const { skewness, kurtosis } = test;
  const problems: Problem[] = [];
  if (!isFiniteNumber(skewness) || skewness <= 0) {
    const params = { skewness: shown(skewness) };
    problems.push({ code: 'SKEWNESS_THRESHOLD_INVALID', path: `${path}.skewness`, params });
  }
  if (!isFiniteNumber(kurtosis)) {
    const params = { kurtosis: shown(kurtosis) };
    problems.push({ code: 'KURTOSIS_THRESHOLD_INVALID', path: `${path}.kurtosis`, params });
  }
  return problems;
}

/** Yes, no, or absent. */
function switchProblems(rule: Unknowns, field: string, path: string): readonly Problem[] {
  const found = rule[field];
  if (found === undefined || typeof found === 'boolean') return [];
  return [{ code: 'TREATMENT_SWITCH_INVALID', path: `${path}.${field}`, params: { found: shown(found) } }];
}
