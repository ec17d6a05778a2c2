import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Aggregation, AggregationRule } from '../../model/aggregation.js';
import { SCORE_STATES } from '../../model/column.js';
import { aggregate } from './aggregate.js';
import { child, resultOf, ruleOf, type ChildCell } from './children.fixture.js';

const POLICY = { nonPositive: 'undetermined' } as const;
const AVERAGES: readonly Aggregation[] = [
  { method: 'arithmetic' },
  { method: 'geometric', ...POLICY },
  { method: 'harmonic', ...POLICY },
  { method: 'generalised_mean', power: 2.5, ...POLICY },
  { method: 'generalised_mean', power: 0.01, ...POLICY },
  { method: 'generalised_mean', power: -3, ...POLICY },
  { method: 'median' },
];
const ALL: readonly Aggregation[] = [
  ...AVERAGES,
  { method: 'minimum' },
  { method: 'geometric', nonPositive: 'zero' },
  { method: 'harmonic', nonPositive: { floor: 0.01 } },
  { method: 'generalised_mean', power: 2, nonPositive: 'zero' },
  { method: 'copeland' },
  { method: 'copeland', pairs: 'weight', scale: 'share' },
];

const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const weight = fc.double({ min: 1e-2, max: 10, noNaN: true });
const unit = fc.array(fc.tuple(positive, weight), { minLength: 1, maxLength: 8 });
const average = fc.constantFrom(...AVERAGES);
const any = fc.constantFrom(...ALL);

function valueOf(parts: readonly (readonly [number, number])[], aggregation: Aggregation): number {
  return resultOf(
    parts.map(([value, own]) => child([value], own)),
    ruleOf(aggregation),
  ).cells[0] as number;
}

describe('averages', () => {
  it('lie between the lowest and the highest child', () => {
    fc.assert(
      fc.property(unit, average, (parts, aggregation) => {
        const values = parts.map(([value]) => value);
        const value = valueOf(parts, aggregation);
        expect(value).toBeGreaterThanOrEqual(Math.min(...values) * (1 - 1e-12));
        expect(value).toBeLessThanOrEqual(Math.max(...values) * (1 + 1e-12));
      }),
    );
  });

  it('never fall when a child rises', () => {
    fc.assert(
      fc.property(
        unit,
        positive,
        fc.constantFrom(...AVERAGES, ...ALL.slice(7, 11)),
        (parts, other, aggregation) => {
          const [first, own] = parts[0] as readonly [number, number];
          const of = (value: number): number => valueOf([[value, own], ...parts.slice(1)], aggregation);
          expect(of(Math.max(first, other))).toBeGreaterThanOrEqual(of(Math.min(first, other)) * (1 - 1e-12));
        },
      ),
    );
  });

  it('never fall when a child rises past what a floor or a zero stands for', () => {
    const around = fc.double({ min: -0.05, max: 0.05, noNaN: true });
    fc.assert(
      fc.property(around, around, fc.constantFrom(...ALL.slice(8, 11)), (a, b, aggregation) => {
        const of = (value: number): number =>
          valueOf(
            [
              [value, 1],
              [0.5, 2],
            ],
            aggregation,
          );
        expect(of(Math.max(a, b))).toBeGreaterThanOrEqual(of(Math.min(a, b)) * (1 - 1e-12));
      }),
    );
  });

  it('do not depend on the order of the children, nor on the scale of the weights', () => {
    fc.assert(
      fc.property(
        unit,
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        average,
        (parts, scale, aggregation) => {
          const value = valueOf(parts, aggregation);
          const close = (other: number): void =>
            expect(Math.abs(other / value - 1)).toBeLessThanOrEqual(1e-11);
          close(valueOf([...parts].reverse(), aggregation));
          close(
            valueOf(
              parts.map(([own, stated]) => [own, stated * scale] as const),
              aggregation,
            ),
          );
        },
      ),
    );
  });

  it('scale with the values, and equal the value that all children share', () => {
    fc.assert(
      fc.property(unit, positive, average, (parts, factor, aggregation) => {
        const value = valueOf(parts, aggregation);
        const scaled = valueOf(
          parts.map(([own, stated]) => [own * factor, stated] as const),
          aggregation,
        );
        expect(Math.abs(scaled / (value * factor) - 1)).toBeLessThanOrEqual(1e-11);
        const same = valueOf(
          parts.map(([, stated]) => [factor, stated] as const),
          aggregation,
        );
        expect(Math.abs(same / factor - 1)).toBeLessThanOrEqual(1e-12);
      }),
    );
  });

  it('grow with the power: minimum ≤ harmonic ≤ geometric ≤ arithmetic', () => {
    const power = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(unit, power, power, (parts, p, q) => {
        const of = (exponent: number): number =>
          valueOf(parts, { method: 'generalised_mean', power: exponent, ...POLICY });
        expect(of(Math.max(p, q))).toBeGreaterThanOrEqual(of(Math.min(p, q)) * (1 - 1e-12));
        const [minimum, harmonic, geometric, arithmetic] = [
          valueOf(parts, { method: 'minimum' }),
          valueOf(parts, { method: 'harmonic', ...POLICY }),
          valueOf(parts, { method: 'geometric', ...POLICY }),
          valueOf(parts, { method: 'arithmetic' }),
        ];
        expect(minimum).toBeLessThanOrEqual(harmonic * (1 + 1e-12));
        expect(harmonic).toBeLessThanOrEqual(geometric * (1 + 1e-12));
        expect(geometric).toBeLessThanOrEqual(arithmetic * (1 + 1e-12));
        expect(Math.abs(of(0) / geometric - 1)).toBeLessThanOrEqual(1e-12);
        expect(Math.abs(of(1e-9) / geometric - 1)).toBeLessThanOrEqual(1e-6);
      }),
    );
  });
});

describe('every method', () => {
  const states = SCORE_STATES.slice(1) as readonly Exclude<ChildCell, number | 'left out'>[];
  const hostile = fc.oneof(
    { arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }), weight: 4 },
    { arbitrary: fc.constantFrom(0, -0, 1, 1e308, -1e308, 5e-324, Number.MAX_VALUE, -1), weight: 4 },
    { arbitrary: fc.constantFrom<ChildCell>(...states, 'left out'), weight: 2 },
  );
  const size = 5;
  const families = fc.array(
    fc.record({
      cells: fc.array(hostile, { minLength: size, maxLength: size }),
      weight: fc.constantFrom(0, 1, 2.5, 1e-300, 1e300),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const rules: fc.Arbitrary<Omit<AggregationRule, 'aggregation'>> = fc.record({
    missing: fc.constantFrom('no_value' as const, 'zero' as const, 'reweight' as const),
    notApplicable: fc.constantFrom('reweight' as const, 'no_value' as const),
    availability: fc.constantFrom(0, 0.5, 1),
  });

  it('answers with a finite number exactly where it says scored, for whatever is handed in', () => {
    fc.assert(
      fc.property(families, rules, any, (family, policy, aggregation) => {
        const children = family.map(({ cells, weight: own }) => child(cells, own));
        const { column, coverage } = aggregate(
          children,
          { ...policy, aggregation },
          size,
          new Int32Array(size),
        );
        column.values.forEach((value, u) => {
          expect(Number.isFinite(value)).toBe(column.states[u] === 0);
          if (column.states[u] !== 0) expect(value).toBeNaN();
          expect(Object.is(value, -0)).toBe(false);
          expect(coverage[u]).toBeGreaterThanOrEqual(0);
          expect(coverage[u]).toBeLessThanOrEqual(1 + 1e-12);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('gives each unit its own, wherever it stands among the others', () => {
    fc.assert(
      fc.property(families, rules, any, (family, policy, aggregation) => {
        const of = (turn: (cells: readonly ChildCell[]) => readonly ChildCell[]): readonly unknown[] => {
          const children = family.map(({ cells, weight: own }) => child(turn(cells), own));
          return resultOf(children, { ...policy, aggregation }).cells;
        };
        const own = of((cells) => cells);
        const turned = [...of((cells) => [...cells].reverse())].reverse();
        // A sum over the other units may round differently in another order.
        const rounded = (cells: readonly unknown[]): readonly unknown[] =>
          cells.map((cell) => (typeof cell === 'number' ? Number(cell.toPrecision(11)) + 0 : cell));
        if (aggregation.method === 'copeland') expect(rounded(turned)).toEqual(rounded(own));
        else expect(turned).toEqual(own);
      }),
    );
  });
});
