import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawn } from './door.fixture.js';
import { copyOf, deepFreeze, notNumbers, SHAPES } from './door-shapes.fixture.js';
import { compute, validate, type Assessment } from './index.js';

// The same cases each time, so that what fails can be looked at again; another seed looks elsewhere.
fc.configureGlobal({ seed: 20_261_122 });

/**
 * The whole door, by frameworks and data drawn from a seed: any method at any stage, up to three levels,
 * values that break careless arithmetic. A seed that fails is a case to keep.
 */
const seed = fc.integer({ min: 0, max: 2 ** 31 });
const shape = fc.constantFrom<keyof typeof SHAPES>('cells', 'columns', 'typed', 'mixed');
const runs = { numRuns: 50 };

function valueOf(outcome: ReturnType<typeof compute>): Assessment | null {
  return outcome.ok ? outcome.value : null;
}

describe('the door, whatever is handed in', () => {
  it('is given cases of which nearly all can be computed', () => {
    let computed = 0;
    for (let at = 0; at < 100; at++) {
      const outcome = compute(drawn(at).framework, SHAPES.cells(drawn(at)));
      if (outcome.ok) computed += 1;
    }
    expect(computed).toBeGreaterThan(90);
  });

  it('answers with a result or with problems, and never throws', () => {
    fc.assert(
      fc.property(seed, shape, (at, as) => {
        const { framework, ...data } = drawn(at);
        const outcome = compute(framework, SHAPES[as]({ framework, ...data }));
        if (outcome.ok) return;
        expect(outcome.problems.length).toBeGreaterThan(0);
        for (const problem of outcome.problems) {
          expect(problem.code).toMatch(/^[A-Z][A-Z0-9_]+$/);
          expect(problem.path).not.toBe('');
          expect(notNumbers(problem.params)).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('has a finite number or null wherever a number belongs', () => {
    fc.assert(
      fc.property(seed, (at) => {
        const assessment = valueOf(compute(drawn(at).framework, SHAPES.typed(drawn(at))));
        expect(notNumbers(assessment)).toEqual([]);
      }),
      runs,
    );
  });

  it('gives a score, a rank and a value exactly where the state is scored', () => {
    fc.assert(
      fc.property(seed, (at) => {
        const assessment = valueOf(compute(drawn(at).framework, SHAPES.cells(drawn(at))));
        for (const { state, score, rank, group, nodes } of assessment?.units ?? []) {
          expect(score !== null).toBe(state === 'scored');
          expect(rank !== null).toBe(state === 'scored' && group !== null);
          for (const node of nodes) {
            // What is listed without weight may have a value; it counts for nothing.
            if (node.state !== 'not_scored') expect(node.value !== null).toBe(node.state === 'scored');
            expect(node.coverage >= 0 && node.coverage <= 1).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('gives the same result twice, byte for byte', () => {
    fc.assert(
      fc.property(seed, shape, (at, as) => {
        const once = compute(drawn(at).framework, SHAPES[as](drawn(at)));
        const again = compute(drawn(at).framework, SHAPES[as](drawn(at)));
        expect(JSON.stringify(again)).toBe(JSON.stringify(once));
      }),
      runs,
    );
  });

  it('takes inputs that are frozen, and leaves every input as it was', () => {
    fc.assert(
      fc.property(seed, shape, (at, as) => {
        const { framework, ...data } = drawn(at);
        const dataset = SHAPES[as]({ framework, ...data });
        const before = copyOf({ framework, dataset });
        const outcome = compute(deepFreeze(framework), deepFreeze(dataset));
        expect(JSON.stringify({ framework, dataset })).toBe(JSON.stringify(before));
        expect(JSON.stringify(outcome)).toBe(JSON.stringify(compute(before.framework, before.dataset)));
      }),
      runs,
    );
  });

  it('gives the same from cells, columns and typed arrays', () => {
    fc.assert(
      fc.property(seed, (at) => {
        const { framework, ...data } = drawn(at);
        const byCells = valueOf(compute(framework, SHAPES.cells({ framework, ...data })));
        if (byCells === null) return;
        for (const as of ['columns', 'typed', 'mixed'] as const) {
          const other = valueOf(compute(framework, SHAPES[as]({ framework, ...data })));
          expect(JSON.stringify(other)).toBe(JSON.stringify(byCells));
        }
      }),
      runs,
    );
  });

  it('gives the same scores, ranks and bands whether or not nodes are asked for', () => {
    fc.assert(
      fc.property(seed, (at) => {
        const dataset = SHAPES.typed(drawn(at));
        const whole = valueOf(compute(drawn(at).framework, dataset));
        const scores = valueOf(compute(drawn(at).framework, dataset, { detail: 'scores' }));
        if (whole === null || scores === null) return;
        expect(JSON.stringify(scores.units)).toBe(
          JSON.stringify(whole.units.map((unit) => ({ ...unit, nodes: [] }))),
        );
        expect([scores.weights, scores.leftOut]).toEqual([whole.weights, whole.leftOut]);
      }),
      runs,
    );
  });

  it('is refused by compute exactly where validate finds problems', () => {
    fc.assert(
      fc.property(seed, (at) => {
        const problems = validate(drawn(at).framework, SHAPES.cells(drawn(at)));
        const outcome = compute(drawn(at).framework, SHAPES.cells(drawn(at)));
        expect(outcome.ok ? [] : outcome.problems).toEqual(problems);
      }),
      runs,
    );
  });
});
