import { notNumbers } from './door-shapes.fixture.js';
import { compute, validate, type Dataset, type Framework } from './index.js';

/* One small sound case, and whatever is put in its place: the tables of hostile input change it. */

export type Loose = Record<string, unknown>;

export const leaves = [
  { code: 'a', weight: 1 },
  { code: 'b', weight: 1 },
];

/** Given weights, goalposts 0 to 10, weighted means. */
export function framework(children: unknown, method: Loose = {}): Framework {
  return {
    code: 'f',
    root: { code: 'root', children },
    method: {
      ...{ aggregation: { method: 'arithmetic' }, missing: 'no_value', notApplicable: 'reweight' },
      normalise: { method: 'goalposts', from: 0, upTo: 10, clamp: 'keep' },
      weights: { method: 'given' },
      rank: { method: 'competition', decimals: null, rounding: 'half_up_decimal', direction: 'descending' },
      ...method,
    },
  } as unknown as Framework;
}

/** Two units; a is 2 and 4, b is 6 and 8. */
export function dataset(changes: Loose = {}): Dataset {
  return {
    units: [
      { code: 'u', group: 'g' },
      { code: 'v', group: 'g' },
    ],
    columns: [
      { element: 'a', values: [2, 4] },
      { element: 'b', values: [6, 8] },
    ],
    ...changes,
  } as unknown as Dataset;
}

/**
 * Codes of the problems, each once; none where it can be computed.
 *
 * @throws Error when `validate` says otherwise than `compute`, or a problem has no path or odd parameters
 */
export function codes(method: unknown, data: unknown): readonly string[] {
  const outcome = compute(method as Framework, data as Dataset);
  const problems = outcome.ok ? [] : outcome.problems;
  const odd = problems.filter(({ path, params }) => path === '' || notNumbers(params).length > 0);
  const alone = validate(method as Framework, data as Dataset);
  if (odd.length > 0 || JSON.stringify(alone) !== JSON.stringify(problems)) {
    throw new Error(`problems that contradict: ${JSON.stringify({ problems, alone, odd })}`);
  }
  return [...new Set(problems.map(({ code }) => code))];
}

/** @throws Error when it is refused, or a result is not a number */
export function scores(method: unknown, data: unknown): readonly (number | null)[] {
  const outcome = compute(method as Framework, data as Dataset);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  const odd = notNumbers(outcome.value.units);
  if (odd.length > 0) throw new Error(odd.join(', '));
  return outcome.value.units.map(({ score }) => score);
}

/** What a file, a request or a program without types may put anywhere. */
export const THINGS: readonly unknown[] = [
  ...[undefined, null, 0, -1, 7, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e308],
  ...['', 'x', '__proto__', 'constructor', true, [], [[]], [null], {}, (): number => 1, Symbol('s'), 1n],
];

/** Paths of everything in a plain value, the whole first. */
export function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, own]) => pathsOf(own, [...path, key]))];
}

/** A copy in which something else stands at a path. */
export function withAt(value: unknown, [key, ...rest]: readonly string[], thing: unknown): unknown {
  if (key === undefined) return thing;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as Loose) }) as Loose;
  copy[key] = withAt(copy[key], rest, thing);
  return copy;
}
