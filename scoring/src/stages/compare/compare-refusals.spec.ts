import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Dataset } from '../../model/dataset.js';
import type { Framework, Method } from '../../model/framework.js';
import { compute } from '../compute.js';
import { flat } from '../framework.fixture.js';
import { data, MEAN } from '../succession/succession.fixture.js';
import { compare } from './compare.js';
import { compared, of, side, TWO } from './comparison.fixture.js';

describe('compare, refusals', () => {
  const one = side(TWO, data(['a', 'b'], { A: [0.5, 0.5] }));

  it.each([
    [{ units: ['A', 'Z'] }, ['COMPARED_UNIT_UNKNOWN options.units[1]']],
    [{ units: 'A' }, ['UNITS_INVALID options.units']],
    [{ split: 'all' }, ['SPLIT_METHOD_UNKNOWN options.split.method']],
    [{ split: { method: 'sequence', order: ['method'] } }, ['SPLIT_ORDER_INVALID options.split.order']],
    [
      { split: { method: 'sequence', order: ['method', 'method', 'roster', 'correction', 'own_data'] } },
      ['SPLIT_ORDER_INVALID options.split.order'],
    ],
    [{ succession: [] }, ['SUCCESSION_INVALID options.succession']],
    [
      { succession: { links: null, rule: null } },
      ['LINKS_INVALID options.succession.links', 'SUCCESSION_RULE_UNKNOWN options.succession.rule'],
    ],
    [
      { succession: { links: [{ predecessor: 'A', successor: 'B' }], rule: MEAN } },
      ['PREDECESSOR_ON_ROSTER after.dataset.units'],
    ],
    [
      {
        succession: {
          links: [
            { predecessor: 'A', successor: 'X' },
            { predecessor: 'A', successor: 'Y' },
          ],
          rule: MEAN,
        },
      },
      ['PREDECESSOR_ON_ROSTER after.dataset.units', 'PREDECESSOR_USED_TWICE options.succession.links'],
    ],
  ])('refuses the options %p', (options, problems) => {
    const outcome = compare(one, one, options as never);
    expect(outcome.ok ? [] : outcome.problems.map(({ code, path }) => `${code} ${path}`)).toEqual(problems);
  });

  it('refuses what is no side, and options that are none', () => {
    expect(compare(null as never, 7 as never, 'all' as never)).toEqual({
      ok: false,
      problems: [
        { code: 'COMPARISON_SIDE_INVALID', path: 'before', params: { found: null } },
        { code: 'COMPARISON_SIDE_INVALID', path: 'after', params: { found: 7 } },
        { code: 'OPTIONS_INVALID', path: 'options', params: { found: 'all' } },
      ],
    });
    expect(compare(one, one, null as never)).toMatchObject({
      ok: false,
      problems: [{ code: 'OPTIONS_INVALID' }],
    });
    expect(compare({} as never, one)).toMatchObject({
      ok: false,
      problems: [
        { code: 'FRAMEWORK_INVALID', path: 'before.framework' },
        { code: 'DATASET_INVALID', path: 'before.dataset' },
      ],
    });
  });

  it('tells of both sides at once', () => {
    const bad = side(TWO, data(['a', 'b'], { A: [2, 0.5] }));
    const outcome = compare(bad, bad, { split: 'x' as never });
    expect(outcome.ok ? [] : outcome.problems.map(({ path }) => path)).toEqual([
      'before.dataset.cells[0]',
      'after.dataset.cells[0]',
      'options.split.method',
    ]);
  });

  it('has no split beyond the range of numbers, and one part where only a mix is', () => {
    const wide = flat({ a: 1 }, { normalise: { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' } });
    const low = side(wide, data(['a'], { A: [-1.7e308] }));
    const high = side(wide, data(['a'], { A: [1.7e308] }));
    expect(of(compared(low, high), 'A')).toMatchObject({
      score: null,
      rank: { change: 0 },
      reasons: ['BEYOND_NUMBERS'],
    });
    // Turned around by the method, and by the data, it comes back to where it was.
    const turned = flat(
      { a: 1 },
      {
        normalise: { method: 'goalposts', from: -1, upTo: 0, clamp: 'keep' },
      },
    );
    const lower: Framework = {
      ...turned,
      root: { ...turned.root, children: [{ code: 'a', points: 1, direction: 'lower_is_better' }] },
    };
    const back = of(compared(low, side(lower, data(['a'], { A: [1.7e308] }))), 'A');
    expect(back.score).toEqual({
      change: 0,
      parts: [
        { factors: ['own_data', 'others_data', 'method'], value: 0, reason: 'BEYOND_NUMBERS' },
        { factors: ['roster'], value: 0, reason: null },
        { factors: ['correction'], value: 0, reason: null },
      ],
      remainder: 0,
    });
  });
});

describe('compare, properties', () => {
  const ratio = fc.double({ min: 0, max: 1, noNaN: true });
  const table = fc.array(fc.tuple(ratio, ratio), { minLength: 4, maxLength: 4 });
  const minMax: Partial<Method> = { normalise: { method: 'min_max', constant: { value: 0.5 } } };
  const dataOf = (codes: string, values: readonly (readonly [number, number])[]): Dataset =>
    data(['a', 'b'], Object.fromEntries([...codes].map((code, i) => [code, values[i] ?? [0, 0]])));

  it('adds up to the whole: scores to the last digits, ranks exactly; and ends where compute does', () => {
    fc.assert(
      fc.property(table, table, table, fc.integer({ min: 1, max: 99 }), (then, now, right, points) => {
        const before = side(flat({ a: 50, b: 50 }, minMax), dataOf('ABCE', then));
        const after = side(flat({ a: points, b: 100 - points }, minMax), dataOf('DCNA', now));
        const succession = {
          links: [
            { predecessor: 'B', successor: 'D' },
            { predecessor: 'E', successor: 'D' },
          ],
          rule: MEAN,
        };
        const corrected = dataOf('ABCE', right);
        const result = compared(before, after, { succession, corrected });
        const [first, last] = [
          compute(before.framework, before.dataset),
          compute(after.framework, after.dataset),
        ];
        for (const { unit, before: from, after: to, score, rank } of result.units) {
          if (score === null || rank === null) continue;
          const total = score.parts.reduce((all, { value }) => all + value, 0);
          expect(Math.abs(total - score.change)).toBeLessThanOrEqual(1e-12);
          expect(Math.abs(score.remainder)).toBeLessThanOrEqual(1e-12);
          const whole = rank.parts.reduce((all, part) => all + part.numerator * (240 / part.denominator), 0);
          expect(whole).toBe(240 * rank.change);
          const end = last.ok ? last.value.units.find((own) => own.unit === unit) : undefined;
          expect([to?.score, to?.rank]).toEqual([end?.score, end?.rank?.rank]);
          const start = first.ok ? first.value.units.find((own) => own.unit === unit) : undefined;
          if (unit !== 'D') expect([from?.score, from?.rank]).toEqual([start?.score, start?.rank?.rank]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives nothing to a factor that changed nothing', () => {
    fc.assert(
      fc.property(table, table, (then, now) => {
        const before = side(flat({ a: 50, b: 50 }), dataOf('ABCD', then));
        const after = side(flat({ a: 50, b: 50 }), dataOf('ABCD', now));
        for (const { score, rank } of compared(before, after, { corrected: before.dataset }).units) {
          // Ratios to a fixed maximum: the score hangs on own data alone.
          expect(score?.parts.slice(1).map(({ value }) => value)).toEqual([0, 0, 0, 0]);
          expect(rank?.parts.slice(2).map(({ numerator }) => numerator)).toEqual([0, 0, 0]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
