import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessment } from '@dti-monitor/scoring';
import { answered, ROOT } from './terminal.fixture.js';

/*
 * The example of three levels, worked out once more here from COINr's definitions, step by step and
 * without the engine: impute, treat, normalise, aggregate.
 */

const FOLDER = 'scoring/examples/three-level-index';
const COMPONENTS = {
  infrastructure: { weight: 0.3, of: { fibre: 2, mobile: 1, servers: 1 } },
  people: { weight: 0.25, of: { skills: 1, graduates: 1, training: 1 } },
  openness: { weight: 0.25, of: { portals: 1, datasets: 2, downloads: 1 } },
  safety: { weight: 0.2, of: { breaches: 2, downtime: 1, complaints: 1 } },
} as const;
const LOWER_IS_BETTER = Object.keys(COMPONENTS.safety.of);

const [head = [], ...lines] = readFileSync(join(ROOT, FOLDER, 'data.csv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(','));
const units = lines.map(([unit]) => unit ?? '');
const groups = lines.map(([, group]) => group ?? '');
const raw = (indicator: string): readonly (number | null)[] =>
  lines.map((cells) => {
    const text = cells[head.indexOf(indicator)] ?? '';
    return text === '' ? null : Number(text);
  });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1));
};

/** A gap takes the median of its group. */
function imputed(values: readonly (number | null)[]): number[] {
  return values.map((value, at) => {
    if (value !== null) return value;
    return median(values.filter((own, other): own is number => own !== null && groups[other] === groups[at]));
  });
}

/** Sample skewness and excess kurtosis, as Excel and COINr have them. */
function shapeOf(values: readonly number[]): { readonly skewness: number; readonly kurtosis: number } {
  const n = values.length;
  const about = values.map((value) => value - mean(values));
  const moment = (power: number): number => mean(about.map((each) => each ** power));
  const g1 = moment(3) / moment(2) ** 1.5;
  const g2 = moment(4) / moment(2) ** 2 - 3;
  return {
    skewness: (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    kurtosis: ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6),
  };
}

function passes(values: readonly number[]): boolean {
  const { skewness, kurtosis } = shapeOf(values);
  return Math.abs(skewness) < 2 || kurtosis < 3.5;
}

type Treated = { readonly values: readonly number[]; readonly by: 'nothing' | 'winsorising' | 'logarithm' };

function treated(values: readonly number[]): Treated {
  if (passes(values)) return { values, by: 'nothing' };
  let held = [...values];
  for (let points = 0; points < 2; points += 1) {
    const high = Math.max(...held);
    held = held.map((value) => (value === high ? Math.max(...held.filter((other) => other < high)) : value));
    if (passes(held)) return { values: held, by: 'winsorising' };
  }
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { values: values.map((value) => Math.log(value - low + 0.01 * (high - low))), by: 'logarithm' };
}

function normalised(values: readonly number[], lowerIsBetter: boolean): readonly number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (100 * (lowerIsBetter ? high - value : value - low)) / (high - low));
}

const treatment = (indicator: string): Treated => treated(imputed(raw(indicator)));
const indicatorScores = (indicator: string): readonly number[] =>
  normalised(treatment(indicator).values, LOWER_IS_BETTER.includes(indicator));
const componentScores = (of: Readonly<Record<string, number>>): readonly number[] => {
  const parts = Object.entries(of).map(([code, weight]) => ({ weight, scores: indicatorScores(code) }));
  const whole = sum(parts.map(({ weight }) => weight));
  return units.map((_, at) => sum(parts.map(({ weight, scores }) => (weight * (scores[at] ?? NaN)) / whole)));
};

describe('three-level-index: a data readiness index of made-up regions', () => {
  let assessment: Assessment;
  const valueOf = (unit: string, code: string): number | null | undefined =>
    assessment.units.find((own) => own.unit === unit)?.nodes.find((node) => node.code === code)?.value;

  beforeAll(async () => {
    const files = ['-f', `${FOLDER}/framework.yaml`, '-d', `${FOLDER}/data.csv`];
    assessment = (await answered<{ assessment: Assessment }>(files)).assessment;
  });

  it('has thirty regions and twelve indicators on three levels, all scored', () => {
    expect(assessment.units).toHaveLength(30);
    expect(assessment.units.every(({ state }) => state === 'scored')).toBe(true);
    expect(assessment.units[0]?.nodes).toHaveLength(1 + 4 + 12);
  });

  it('takes no indicator for treated that passes, and uses both treatments on those that fail', () => {
    const done = Object.values(COMPONENTS)
      .flatMap(({ of }) => Object.keys(of))
      .map((code) => [code, treatment(code).by] as const)
      .filter(([, by]) => by !== 'nothing');
    expect(new Set(done.map(([, by]) => by))).toEqual(new Set(['winsorising', 'logarithm']));
    const records = assessment.treated
      .filter(({ winsorised, transformation }) => winsorised > 0 || transformation !== null)
      .map(({ node, transformation }) => [node, transformation === null ? 'winsorising' : 'logarithm']);
    expect(records).toEqual(done);
  });

  it.each(Object.values(COMPONENTS).flatMap(({ of }) => Object.keys(of)))(
    'has the indicator %s imputed, treated and normalised as by hand',
    (code) => {
      for (const [at, expected] of indicatorScores(code).entries()) {
        expect(valueOf(units[at] ?? '', code)).toBeCloseTo(expected, 9);
      }
    },
  );

  it.each(Object.entries(COMPONENTS))(
    'has the component %s as the weighted mean of its indicators',
    (code, { of }) => {
      for (const [at, expected] of componentScores(of).entries()) {
        expect(valueOf(units[at] ?? '', code)).toBeCloseTo(expected, 9);
      }
    },
  );

  it('has the index as the weighted geometric mean of the components, none below 1, ranked within groups', () => {
    const parts = Object.values(COMPONENTS).map(({ weight, of }) => ({
      weight,
      scores: componentScores(of),
    }));
    const scores = units.map((_, at) =>
      Math.exp(sum(parts.map(({ weight, scores: own }) => weight * Math.log(Math.max(1, own[at] ?? NaN))))),
    );
    for (const [at, expected] of scores.entries()) {
      expect(assessment.units[at]?.score).toBeCloseTo(expected, 9);
    }
    const rounded = scores.map((score) => Math.round(score * 100));
    expect(assessment.units.map(({ rank }) => rank?.rank)).toEqual(
      rounded.map(
        (own, at) => 1 + rounded.filter((other, of) => groups[of] === groups[at] && other > own).length,
      ),
    );
  });

  it('marks what was imputed', () => {
    const marked = assessment.units.flatMap(({ unit, nodes }) =>
      nodes.filter(({ status }) => status === 'I').map(({ code }) => [unit, code]),
    );
    const gaps = units.flatMap((unit, at) =>
      head.filter((code) => lines[at]?.[head.indexOf(code)] === '').map((code) => [unit, code]),
    );
    expect(gaps).toHaveLength(4);
    expect([...marked].sort()).toEqual([...gaps].sort());
  });
});
