import type { Aggregation } from '../../model/aggregation.js';
import type { Problem } from '../../model/outcome.js';
import { isFiniteNumber, isRecord, shown, type Unknowns } from '../validate/shape.js';

const METHODS = ['arithmetic', 'geometric', 'harmonic', 'generalised_mean', 'median', 'minimum', 'copeland'];
const WITH_POLICY = ['geometric', 'harmonic', 'generalised_mean'];
const COPELAND_WORDS: Readonly<Record<string, readonly string[]>> = {
  among: ['all', 'group'],
  pairs: ['majority', 'weight'],
  scale: ['sum', 'share'],
};

/** What is wrong with an aggregation, which may be anything. */
export function aggregationProblems(aggregation: Aggregation, path: string): readonly Problem[] {
  const rule: unknown = aggregation;
  const method = isRecord(rule) ? rule['method'] : rule;
  if (!isRecord(rule) || !METHODS.includes(method as string)) {
    return [
      { code: 'AGGREGATION_UNKNOWN', path, params: { found: shown(method), known: METHODS.join(' ') } },
    ];
  }
  const problems: Problem[] = [];
  if (WITH_POLICY.includes(method as string)) problems.push(...policyProblems(rule['nonPositive'], path));
  if (method === 'generalised_mean' && !isFiniteNumber(rule['power'])) {
    const params = { power: shown(rule['power']) };
    problems.push({ code: 'AGGREGATION_POWER_INVALID', path: `${path}.power`, params });
  }
  if (method === 'copeland') problems.push(...wordProblems(rule, path));
  return problems;
}

function policyProblems(policy: unknown, path: string): readonly Problem[] {
  if (policy === 'undetermined' || policy === 'zero') return [];
  const at = `${path}.nonPositive`;
  if (!isRecord(policy))
    return [{ code: 'NON_POSITIVE_POLICY_UNKNOWN', path: at, params: { found: shown(policy) } }];
  const floor = policy['floor'];
  if (isFiniteNumber(floor) && floor > 0) return [];
  return [{ code: 'NON_POSITIVE_FLOOR_INVALID', path: `${at}.floor`, params: { floor: shown(floor) } }];
}

function wordProblems(rule: Unknowns, path: string): readonly Problem[] {
  return Object.entries(COPELAND_WORDS).flatMap(([name, known]) => {
    const value = rule[name];
    if (value === undefined || known.includes(value as string)) return [];
    const params = { option: name, found: shown(value), known: known.join(' ') };
    return [{ code: 'COPELAND_OPTION_UNKNOWN', path: `${path}.${name}`, params }];
  });
}
