import { describe, expect, it } from '@jest/globals';
import type { AuditThresholds } from '../model/audit.js';
import { STATE, type Column } from '../model/column.js';
import { resolvedOptions } from './audit-options.js';
import { indicatorStatistics, statisticsFindings, statisticsRefusals } from './indicator-statistics.js';

const { thresholds: DEFAULTS } = resolvedOptions({});

function column(values: readonly (number | keyof typeof STATE)[]): Column {
  return {
    values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)),
    states: Uint8Array.from(values, (value) => (typeof value === 'number' ? STATE.scored : STATE[value])),
    marks: new Uint16Array(values.length),
  };
}

const statistics = (values: Parameters<typeof column>[0]): ReturnType<typeof indicatorStatistics> =>
  indicatorStatistics('i', column(values));

const findings = (
  values: Parameters<typeof column>[0],
  thresholds: Partial<AuditThresholds> = {},
): readonly string[] =>
  statisticsFindings(statistics(values), { ...DEFAULTS, ...thresholds }).map(({ code }) => code);

describe('indicatorStatistics', () => {
  it('are those that can be worked out by hand', () => {
    expect(statistics([0, 0, 0, 1, 'missing', 'not_collected', 'undetermined', 'not_applicable'])).toEqual({
      node: 'i',
      units: 8,
      notApplicable: 1,
      available: 4,
      missing: 3,
      nonZero: 1,
      unique: 2,
      same: 3,
      commonest: 0,
      availableShare: 4 / 7,
      missingShare: 3 / 7,
      nonZeroShare: 1 / 4,
      zeroShare: 3 / 4,
      uniqueShare: 1 / 2,
      sameShare: 3 / 4,
      minimum: 0,
      maximum: 1,
      mean: 0.25,
      median: 0,
      lowerQuartile: 0,
      upperQuartile: 0.25,
      deviation: 0.5,
      skewness: expect.closeTo(2, 13),
      kurtosis: expect.closeTo(4, 13),
    });
  });

  it('of values in any order', () => {
    const { minimum, maximum, median, lowerQuartile, upperQuartile } = statistics([9, -4, 7, 1, 3]);
    expect([minimum, lowerQuartile, median, upperQuartile, maximum]).toEqual([-4, 1, 3, 7, 9]);
  });

  it.each([
    [[3, 1, 3, 1], 1, 2, 2],
    [[5, 7, 7, 5, 7], 7, 3, 2],
    [[-0, 0, 2], 0, 2, 2],
    [[4], 4, 1, 1],
  ])(
    'of %p: the commonest value is %p, in %p units, of %p that differ',
    (values, commonest, same, unique) => {
      const found = statistics(values);
      expect(Object.is(found.commonest, commonest)).toBe(true);
      expect([found.same, found.unique]).toEqual([same, unique]);
    },
  );

  it('of no values are null, and no share is of nothing', () => {
    const none = statistics(['missing', 'not_applicable']);
    expect(none).toMatchObject({
      available: 0,
      missing: 1,
      availableShare: 0,
      missingShare: 1,
      unique: 0,
      same: 0,
    });
    for (const name of ['commonest', 'nonZeroShare', 'zeroShare', 'uniqueShare', 'sameShare'] as const) {
      expect(none[name]).toBeNull();
    }
    for (const name of ['minimum', 'maximum', 'mean', 'median', 'lowerQuartile', 'upperQuartile'] as const) {
      expect(none[name]).toBeNull();
    }
    expect([none.deviation, none.skewness, none.kurtosis]).toEqual([null, null, null]);
    expect(statistics(['not_applicable']).availableShare).toBeNull();
    expect(statistics(['not_applicable']).missingShare).toBeNull();
  });
});

describe('statisticsRefusals', () => {
  const refusals = (values: Parameters<typeof column>[0]): readonly unknown[] =>
    statisticsRefusals(statistics(values)).map(({ code, params }) => [params['statistic'] ?? 'all', code]);

  it.each([
    [['missing' as const], [['all', 'TOO_FEW_VALUES']]],
    [
      [7],
      [
        ['deviation', 'TOO_FEW_VALUES'],
        ['skewness', 'TOO_FEW_VALUES'],
        ['kurtosis', 'TOO_FEW_VALUES'],
      ],
    ],
    [
      [7, 8],
      [
        ['skewness', 'TOO_FEW_VALUES'],
        ['kurtosis', 'TOO_FEW_VALUES'],
      ],
    ],
    [[7, 8, 9], [['kurtosis', 'TOO_FEW_VALUES']]],
    [
      [7, 7, 7, 7],
      [
        ['skewness', 'NO_SPREAD'],
        ['kurtosis', 'NO_SPREAD'],
      ],
    ],
    [
      [-1e308, 0, 0, 1e308],
      [
        ['deviation', 'OUT_OF_RANGE'],
        ['skewness', 'OUT_OF_RANGE'],
        ['kurtosis', 'OUT_OF_RANGE'],
      ],
    ],
    [
      [1e308, 1e308],
      [
        ['mean', 'NO_SPREAD'],
        ['deviation', 'NO_SPREAD'],
        ['skewness', 'TOO_FEW_VALUES'],
        ['kurtosis', 'TOO_FEW_VALUES'],
      ],
    ],
    [[1, 2, 3, 4], []],
  ])('of %p are %p', (values, expected) => {
    expect(refusals(values)).toEqual(expected);
  });

  it('say what they are about, and how many values there are and are needed', () => {
    expect(statisticsRefusals(statistics(['missing']))).toEqual([
      { step: 'statistics', code: 'TOO_FEW_VALUES', nodes: ['i'], params: { available: 0, needed: 1 } },
    ]);
    expect(statisticsRefusals(statistics([7, 8, 9]))).toEqual([
      {
        step: 'statistics',
        code: 'TOO_FEW_VALUES',
        nodes: ['i'],
        params: { statistic: 'kurtosis', available: 3, needed: 4 },
      },
    ]);
  });
});

describe('statisticsFindings', () => {
  it.each([
    [[1, 2, 3, 'missing' as const], { availability: 0.75 }, []],
    [[1, 2, 3, 'missing' as const], { availability: 0.76 }, ['LOW_AVAILABILITY']],
    // What cannot exist is no gap.
    [[1, 2, 3, 'not_applicable' as const], { availability: 1 }, []],
    [[0, 1, 2, 3], { nonZero: 0.75 }, []],
    [[0, 1, 2, 3], { nonZero: 0.76 }, ['FEW_NON_ZERO']],
    [[1, 1, 2, 3], { unique: 0.75 }, []],
    [[1, 1, 2, 3], { unique: 0.76 }, ['FEW_UNIQUE']],
    // Skewness 2 and kurtosis 4.
    [[0, 0, 0, 1], { skewness: 1.99, kurtosis: 3.99, unique: 0, nonZero: 0 }, ['OUTLIERS']],
    [[0, 0, 0, -1], { skewness: 1.99, kurtosis: 3.99, unique: 0, nonZero: 0 }, ['OUTLIERS']],
    [[0, 0, 0, 1], { skewness: 2.01, kurtosis: 3.99, unique: 0, nonZero: 0 }, []],
    [[0, 0, 0, 1], { skewness: 1.99, kurtosis: 4.01, unique: 0, nonZero: 0 }, []],
    [[1, 2, 3], {}, []],
    [['missing' as const], {}, ['LOW_AVAILABILITY']],
    [[5, 5, 5, 5, 5], {}, ['FEW_UNIQUE']],
  ])('of %p with %p are %p', (values, thresholds, expected) => {
    expect(findings(values, thresholds)).toEqual(expected);
  });

  it('at a threshold of exactly the skewness or the kurtosis tell nothing', () => {
    const exact = statistics([0, 0, 0, 1]);
    const told = (skewness: number, kurtosis: number): number =>
      statisticsFindings(exact, { ...DEFAULTS, skewness, kurtosis, unique: 0, nonZero: 0 }).length;
    expect(told(exact.skewness as number, 0)).toBe(0);
    expect(told(0, exact.kurtosis as number)).toBe(0);
    expect(told(0, 0)).toBe(1);
  });

  it('carry their numbers', () => {
    expect(statisticsFindings(statistics([1, 2, 3, 'missing']), { ...DEFAULTS, availability: 0.8 })).toEqual([
      { code: 'LOW_AVAILABILITY', nodes: ['i'], params: { share: 0.75, threshold: 0.8 } },
    ]);
    const [outliers] = statisticsFindings(statistics([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]), {
      ...DEFAULTS,
      unique: 0,
      nonZero: 0,
    });
    expect(outliers?.nodes).toEqual(['i']);
    expect(outliers?.params['skewness']).toBeCloseTo(Math.sqrt(10), 12);
    expect(outliers?.params['kurtosis']).toBeCloseTo(10, 12);
  });
});
