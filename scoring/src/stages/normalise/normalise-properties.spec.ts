import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STATE, type Column } from '../../model/column.js';
import type { Direction, Normalisation, Scale } from '../../model/normalisation.js';
import { assertSound, columnOf, type Gap } from './column.fixture.js';
import { normalise } from './normalise.js';

const scale: fc.Arbitrary<Scale> = fc.constantFrom<Scale>([0, 1], [0, 100], [-1, 1], [0.1, 0.7], [1, 7]);
const clamp = fc.constantFrom('clamp', 'keep');
const direction = fc.constantFrom<Direction>('higher_is_better', 'lower_is_better');
const constant = fc.constantFrom('undetermined' as const, { value: 0.5 });
const ties = fc.constantFrom('lowest' as const, 'average' as const);
const posts = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }))
  .map(([from, way]) => ({ from, upTo: from + way }));

/** Methods that depend on the data alone, up to shift and scale. */
const BY_SPREAD = fc.oneof(
  fc.record({ method: fc.constant('min_max'), to: scale, constant }),
  fc.record({ method: fc.constant('distance_to_maximum'), to: scale, constant }),
  fc.record({
    method: fc.constant('distance_to_reference'),
    unit: fc.constant('0'),
    to: scale,
    clamp,
    constant,
  }),
  fc.record({ method: fc.constant('z_score'), constant }),
  fc.record({
    method: fc.constant('scaled_z_score'),
    mean: fc.constant(50),
    deviation: fc.constant(10),
    constant,
  }),
  fc.record({ method: fc.constant('rank'), ties }),
  fc.record({ method: fc.constant('borda'), ties }),
  fc.record({ method: fc.constant('percentile_rank'), ties, to: scale, constant }),
) as fc.Arbitrary<Normalisation>;

const BY_NUMBERS = fc.oneof(
  fc.record({ method: fc.constant('ratio_to_maximum'), clamp }),
  fc
    .record({ method: fc.constant('goalposts'), posts, logarithm: fc.boolean(), to: scale, clamp })
    .map(({ posts: ends, ...rule }) => ({ ...rule, ...ends })),
  fc.record({
    method: fc.constant('ratio_to_target'),
    target: fc.integer({ min: 1, max: 900 }),
    to: scale,
    clamp,
  }),
  fc.record({ method: fc.constant('distance_to_target'), target: fc.integer(), to: scale, clamp, constant }),
  fc.record({ method: fc.constant('fraction_of_maximum'), to: scale, clamp, constant }),
  fc.record({ method: fc.constant('boolean'), threshold: fc.integer({ min: -50, max: 50 }) }),
) as fc.Arbitrary<Normalisation>;

const RULE = fc.oneof(BY_SPREAD, BY_NUMBERS);

const gap = fc.constantFrom<Gap>('missing', 'not_applicable', 'undetermined', 'not_collected');
const plain = fc.integer({ min: -100_000, max: 100_000 }).map((thousandths) => thousandths / 1000);
const hostile = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 5e-324, -5e-324, 1e308, -1e308, Number.MAX_VALUE, -Number.MAX_VALUE, 1e154, 1e-160),
);

const cells = (value: fc.Arbitrary<number>): fc.Arbitrary<(number | Gap)[]> =>
  fc.array(fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: gap }), { maxLength: 12 });

function run(column: Column, rule: Normalisation, towards: Direction, reference = 0): Column {
  return normalise(column, rule, { direction: towards, maximum: 40, unitIndex: () => reference });
}

function close(actual: number, expected: number): boolean {
  if (Number.isNaN(actual) || Number.isNaN(expected)) return Number.isNaN(actual) && Number.isNaN(expected);
  return Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

function expectSame(actual: Column, expected: Column): void {
  expect(actual.states).toEqual(expected.states);
  expect([...actual.values].every((value, u) => close(value, expected.values[u] as number))).toBe(true);
}

describe('normalise', () => {
  it('has NaN exactly where there is no value, no Infinity and no minus zero, whatever the numbers', () => {
    fc.assert(
      fc.property(cells(fc.oneof(plain, hostile)), RULE, direction, (given, rule, towards) => {
        const column = columnOf(given);
        const result = run(column, rule, towards);
        assertSound(result);
        // A gap stays the gap that it was, and the input is left alone.
        column.states.forEach((state, u) => {
          if (state !== STATE.scored) expect(result.states[u]).toBe(state);
        });
        expect(column).toEqual(columnOf(given));
        expect(result.values).not.toBe(column.values);
      }),
      { numRuns: 400 },
    );
  });

  it('never gives the better value the lower number', () => {
    fc.assert(
      fc.property(cells(fc.oneof(plain, hostile)), RULE, direction, (given, rule, towards) => {
        const column = columnOf(given);
        const { values, states } = run(column, rule, towards);
        const turn = towards === 'higher_is_better' ? 1 : -1;
        for (let u = 0; u < given.length; u++) {
          for (let v = 0; v < given.length; v++) {
            if (states[u] !== STATE.scored || states[v] !== STATE.scored) continue;
            const isBetter = (column.values[u] as number) * turn >= (column.values[v] as number) * turn;
            if (isBetter) expect(values[u] as number).toBeGreaterThanOrEqual(values[v] as number);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stays on the scale where it is clamped or measured by its own ends', () => {
    fc.assert(
      fc.property(cells(hostile), RULE, direction, (given, rule, towards) => {
        const { clamp: policy, to = [0, 1] } = rule as { clamp?: string; to?: Scale };
        const byOwnEnds = ['min_max', 'distance_to_maximum', 'percentile_rank'].includes(rule.method);
        if (policy !== 'clamp' && !byOwnEnds) return;
        const result = run(columnOf(given), rule, towards);
        const stated = 'constant' in rule && rule.constant !== 'undetermined' ? rule.constant.value : null;
        for (const value of result.values) {
          if (Number.isNaN(value) || value === stated) continue;
          expect(value).toBeGreaterThanOrEqual(to[0]);
          expect(value).toBeLessThanOrEqual(to[1]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the units', () => {
    const shuffled = cells(plain).chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(
          given.map((_, u) => u),
          { minLength: given.length },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, RULE, direction, ([given, order], rule, towards) => {
        const { values, states, marks } = run(columnOf(given), rule, towards);
        const moved = run(
          columnOf(order.map((u) => given[u] as number | Gap)),
          rule,
          towards,
          order.indexOf(0),
        );
        const expected: Column = {
          values: Float64Array.from(order, (u) => values[u] as number),
          states: Uint8Array.from(order, (u) => states[u] as number),
          marks: Uint16Array.from(order, (u) => marks[u] as number),
        };
        expectSame(moved, expected);
        expect(moved.marks).toEqual(expected.marks);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the unit of measure where the data alone are the measure', () => {
    const factor = fc.constantFrom(0.001, 0.5, 3, 1024);
    const shift = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(
        cells(fc.integer({ min: -999, max: 999 })),
        BY_SPREAD,
        direction,
        factor,
        shift,
        (given, rule, towards, a, b) => {
          const changed = given.map((cell) => (typeof cell === 'number' ? cell * a + b : cell));
          expectSame(run(columnOf(changed), rule, towards), run(columnOf(given), rule, towards));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('where lower is better is as higher is better for the values with the other sign, as in COINr', () => {
    fc.assert(
      fc.property(cells(plain), BY_SPREAD, (given, rule) => {
        const turned = given.map((cell) => (typeof cell === 'number' ? -cell : cell));
        expectSame(
          run(columnOf(given), rule, 'lower_is_better'),
          run(columnOf(turned), rule, 'higher_is_better'),
        );
      }),
      { numRuns: 300 },
    );
  });
});
