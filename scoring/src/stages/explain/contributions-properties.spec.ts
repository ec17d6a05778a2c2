import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Aggregation } from '../../model/aggregation.js';
import type { Dataset } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import { compute } from '../compute.js';
import { DTI_METHOD } from '../framework.fixture.js';
import { data } from '../succession/succession.fixture.js';
import { explained, node } from './explanation.fixture.js';

describe('explain, properties', () => {
  it('leaves one out as a fresh computation with that leaf at its baseline does', () => {
    const geometric: Aggregation = { method: 'geometric', nonPositive: { floor: 0.05 } };
    fc.assert(
      fc.property(weights, row, row, row, fc.nat(2), (points, first, second, third, u) => {
        const [a = 1, b = 1, c = 1, d = 1] = points;
        const framework: Framework = {
          code: 'nested',
          method: { ...DTI_METHOD, missing: 'zero', aggregation: geometric },
          root: {
            code: 'root',
            points: a + b + c + d,
            children: [
              {
                code: 'x',
                points: a + b,
                aggregation: { method: 'arithmetic' },
                children: [
                  { code: 'a', points: a },
                  { code: 'b', points: b },
                ],
              },
              {
                code: 'y',
                points: c + d,
                aggregation: { method: 'arithmetic' },
                children: [
                  { code: 'c', points: c },
                  { code: 'd', points: d },
                ],
              },
            ],
          },
        };
        const rows = [first, second, third];
        const set = (changed: readonly (readonly (number | 'O')[])[]): Dataset =>
          data(codes, Object.fromEntries(changed.map((own, i) => [`u${i}`, own])));
        const result = explained(framework, set(rows), `u${u}`);
        codes.forEach((code, place) => {
          const { toWhole, lost } = node(result, code);
          const at = (value: number): number | null => {
            const own = (rows[u] ?? []).with(place, value);
            const fresh = compute(framework, set(rows.with(u, own)));
            return fresh.ok ? (fresh.value.units[u]?.score ?? null) : null;
          };
          if (toWhole.measure === 'leave_one_out') {
            const other = at(toWhole.baseline ?? Number.NaN) ?? Number.NaN;
            expect((result.score ?? Number.NaN) - other).toBeCloseTo(toWhole.value ?? Number.NaN, 12);
          }
          if (lost?.measure === 'leave_one_out') {
            expect((at(1) ?? Number.NaN) - (result.score ?? Number.NaN)).toBeCloseTo(
              lost.ofWhole ?? Number.NaN,
              12,
            );
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  const ratio = fc.double({ min: 0, max: 1, noNaN: true });
  const cell = fc.option(ratio, { nil: 'O' as const });
  const codes = ['a', 'b', 'c', 'd'];
  const row = fc.array(cell, { minLength: 4, maxLength: 4 });
  const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 });
  const tree = (
    points: readonly number[],
    aggregation: Aggregation,
    missing: 'zero' | 'reweight',
  ): Framework => {
    const [a = 1, b = 1, c = 1, d = 1] = points;
    return {
      code: 'tree',
      method: { ...DTI_METHOD, missing, aggregation: { method: 'arithmetic' } },
      root: {
        code: 'root',
        points: a + b + c + d,
        children: [
          {
            code: 'x',
            points: a + b + c,
            aggregation,
            children: [
              { code: 'a', points: a },
              { code: 'b', points: b },
              { code: 'c', points: c },
            ],
          },
          { code: 'd', points: d },
        ],
      },
    };
  };

  it('adds the leaves of an additive tree up to the score, and their losses to what it lacks', () => {
    fc.assert(
      fc.property(
        weights,
        row,
        row,
        fc.constantFrom('zero', 'reweight'),
        (points, first, second, missing) => {
          const framework = tree(points, { method: 'arithmetic' }, missing as 'zero');
          const dataset = data(codes, { A: first, B: second });
          const result = explained(framework, dataset, 'A');
          const assessed = compute(framework, dataset);
          const own = assessed.ok ? assessed.value.units[0] : undefined;
          expect([result.score, result.rank]).toEqual([own?.score, own?.rank]);
          if (result.score === null) return;
          const leaves = result.nodes.filter(({ code }) => codes.includes(code));
          const total = leaves.reduce((all, { toWhole }) => all + (toWhole.value ?? Number.NaN), 0);
          expect(Math.abs(total - result.score)).toBeLessThanOrEqual(1e-12);
          const lost = result.losses.reduce((all, { ofWhole }) => all + (ofWhole ?? Number.NaN), 0);
          expect(Math.abs(lost - (1 - result.score))).toBeLessThanOrEqual(1e-12);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    { method: 'geometric', nonPositive: 'zero' },
    { method: 'harmonic', nonPositive: { floor: 0.01 } },
    { method: 'median' },
    { method: 'minimum' },
    { method: 'copeland' },
  ] as const)('divides %p among the children, and stays finite', (aggregation) => {
    fc.assert(
      fc.property(weights, row, row, row, (points, first, second, third) => {
        const framework = tree(points, aggregation, 'zero');
        const dataset = data(codes, { A: first, B: second, C: third });
        const result = explained(framework, dataset, 'A');
        expect(JSON.stringify(result)).not.toMatch(/Infinity|NaN/);
        const family = ['a', 'b', 'c'].map((code) => node(result, code).toParent);
        if (!family.every(({ measure }) => measure === 'shapley')) return;
        // All three at their baselines, in the place of A.
        const medians = family.map(({ baseline }) => baseline ?? Number.NaN);
        const put = data(codes, { A: [...medians, first[3] ?? 'O'], B: second, C: third });
        const [x, base] = [dataset, put].map(
          (set) => node(explained(framework, set, 'A'), 'x').value ?? Number.NaN,
        );
        const total = family.reduce((all, { value }) => all + (value ?? Number.NaN), 0);
        expect(Math.abs(total - ((x ?? 0) - (base ?? 0)))).toBeLessThanOrEqual(1e-12);
      }),
      { numRuns: 15 },
    );
  });
});
