import { describe, expect, it } from '@jest/globals';
import { randomGenerator } from '../numeric/random.js';
import { indexIntervals, sobolIndices, type DesignOutputs, type SobolIndices } from './sobol-indices.js';

type Model = (x: Float64Array) => number;

/** A, B and the exchanged matrices of uniform numbers from 0 to 1, and a model's outputs for them. */
function outputsOf(model: Model, inputs: number, rows: number, seed: number): DesignOutputs {
  const random = randomGenerator(seed);
  const drawn = (): Float64Array => Float64Array.from({ length: rows * inputs }, () => random.uniform());
  const [a, b] = [drawn(), drawn()];
  const row = new Float64Array(inputs);
  const run = (fromB: (input: number) => boolean): Float64Array => {
    const outputs = new Float64Array(rows);
    for (let at = 0; at < rows; at += 1) {
      for (let input = 0; input < inputs; input += 1) {
        row[input] = (fromB(input) ? b : a)[at * inputs + input] ?? NaN;
      }
      outputs[at] = model(row);
    }
    return outputs;
  };
  const mixed = Array.from({ length: inputs }, (_, exchanged) => run((input) => input === exchanged));
  return { a: run(() => false), b: run(() => true), mixed };
}

function indicesOf(outputs: DesignOutputs): SobolIndices {
  const indices = sobolIndices(outputs);
  if (indices === null) throw new Error('no variance');
  return indices;
}

/** Ishigami and Homma (1990), a = 7 and b = 0.1; the analytic values are from Saltelli et al. (2008), The Primer. */
const ishigami: Model = (x) => {
  const angle = (at: number): number => Math.PI * (2 * (x[at] ?? NaN) - 1);
  const [x1, x2, x3] = [angle(0), angle(1), angle(2)];
  return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
};
const ISHIGAMI_VARIANCE = 49 / 8 + (0.1 * Math.PI ** 4) / 5 + (0.01 * Math.PI ** 8) / 18 + 1 / 2;
const ISHIGAMI_OF_1 = 0.5 * (1 + (0.1 * Math.PI ** 4) / 5) ** 2;
const ISHIGAMI_OF_1_AND_3 = (0.01 * Math.PI ** 8 * 8) / 225;

/** Sobol's g-function: Π (|4x − 2| + a) / (1 + a); V_i = 1 / (3 (1 + a_i)²), V = Π (1 + V_i) − 1. */
const G_PARAMETERS = [0, 1, 4.5, 9, 99, 99];
const g: Model = (x) =>
  G_PARAMETERS.reduce((product, a, at) => (product * (Math.abs(4 * (x[at] ?? NaN) - 2) + a)) / (1 + a), 1);
const G_PARTS = G_PARAMETERS.map((a) => 1 / (3 * (1 + a) ** 2));
const G_ALL = G_PARTS.reduce((product, part) => product * (1 + part), 1);

describe('sobolIndices', () => {
  it('comes to the analytic indices of the Ishigami function', () => {
    const { variance, first, total } = indicesOf(outputsOf(ishigami, 3, 20_000, 1));
    expect(variance).toBeCloseTo(ISHIGAMI_VARIANCE, 0);
    const s1 = ISHIGAMI_OF_1 / ISHIGAMI_VARIANCE;
    const s2 = 49 / 8 / ISHIGAMI_VARIANCE;
    const s13 = ISHIGAMI_OF_1_AND_3 / ISHIGAMI_VARIANCE;
    [s1, s2, 0].forEach((expected, at) => expect(Math.abs((first[at] ?? NaN) - expected)).toBeLessThan(0.02));
    [s1 + s13, s2, s13].forEach((expected, at) =>
      expect(Math.abs((total[at] ?? NaN) - expected)).toBeLessThan(0.01),
    );
  });

  it('comes to the analytic indices of the g-function', () => {
    const { variance, first, total } = indicesOf(outputsOf(g, 6, 20_000, 2));
    expect(Math.abs(variance - (G_ALL - 1))).toBeLessThan(0.01);
    G_PARTS.forEach((part, at) => {
      expect(Math.abs((first[at] ?? NaN) - part / (G_ALL - 1))).toBeLessThan(0.03);
      const withAll = (part * (G_ALL / (1 + part))) / (G_ALL - 1);
      expect(Math.abs((total[at] ?? NaN) - withAll)).toBeLessThan(0.02);
    });
  });

  it('is the estimators of Saltelli 2010 and Jansen, by hand', () => {
    // Var of 1, 3, 2, 4 with n − 1: mean 2.5, squares 2.25 + 0.25 + 0.25 + 2.25 = 5, over 3.
    const indices = indicesOf({
      a: [1, 3],
      b: [2, 4],
      mixed: [
        [2, 3],
        [1, 7],
      ],
    });
    expect(indices.variance).toBeCloseTo(5 / 3, 14);
    // First: mean(2 · (2 − 1), 4 · 0) = 1; mean(0, 4 · 4) = 8. Total: (1 + 0) / 4 and (0 + 16) / 4.
    expect([...indices.first].map((index) => (index * 5) / 3)).toEqual(
      [1, 8].map((v) => expect.closeTo(v, 12)),
    );
    expect([...indices.total].map((index) => (index * 5) / 3)).toEqual(
      [0.25, 4].map((v) => expect.closeTo(v, 12)),
    );
  });

  it('is exactly zero for an input that changes nothing', () => {
    const { first, total } = indicesOf(outputsOf((x) => (x[0] ?? 0) + 10 * (x[1] ?? 0), 3, 100, 3));
    expect([first[2], total[2]]).toEqual([0, 0]);
  });

  it.each([
    ['constant outputs', { a: [2, 2], b: [2, 2], mixed: [[2, 2]] }],
    ['what differs by the last digits of its size', { a: [1, 1 + 1e-15], b: [1, 1], mixed: [[1, 1]] }],
    ['one row', { a: [1], b: [2], mixed: [[3]] }],
    ['no rows', { a: [], b: [], mixed: [[]] }],
    ['squares beyond the range of doubles', { a: [1e200, 0], b: [0, 1], mixed: [[0, 0]] }],
    ['products alone beyond it', { a: [0, 0], b: [1e150, 1e151], mixed: [[1e153, 1e158]] }],
  ])('has none for %s', (_, outputs) => {
    expect(sobolIndices(outputs)).toBeNull();
  });

  it('is the same whatever unit the output is in', () => {
    const outputs = outputsOf(ishigami, 3, 200, 4);
    const scaled = outputsOf((x) => 1e-9 * ishigami(x), 3, 200, 4);
    const [plain, small] = [indicesOf(outputs), indicesOf(scaled)];
    plain.first.forEach((index, at) => expect(small.first[at]).toBeCloseTo(index, 9));
    plain.total.forEach((index, at) => expect(small.total[at]).toBeCloseTo(index, 9));
  });
});

describe('indexIntervals', () => {
  const outputs = outputsOf(ishigami, 3, 500, 5);
  const indices = indicesOf(outputs);

  it('lies around the estimates and widens with the quantiles asked for', () => {
    const narrow = indexIntervals(outputs, indices, 400, [0.25, 0.75], randomGenerator(1));
    const wide = indexIntervals(outputs, indices, 400, [0.01, 0.99], randomGenerator(1));
    for (const order of ['first', 'total'] as const) {
      indices[order].forEach((index, at) => {
        const [low, high] = wide[order][at] as readonly [number, number];
        const [lower, upper] = narrow[order][at] as readonly [number, number];
        expect(low).toBeLessThan(lower);
        expect(upper).toBeLessThan(high);
        expect(low).toBeLessThan(index);
        expect(index).toBeLessThan(high);
      });
    }
  });

  it('has about the standard error that samples anew have', () => {
    // 60 simulations of 500 rows: how far the total index of x₁ really strays.
    const anew = Array.from({ length: 60 }, (_, seed) => indicesOf(outputsOf(ishigami, 3, 500, 100 + seed)));
    const totals = anew.map(({ total }) => total[0] ?? NaN);
    const mean = totals.reduce((sum, own) => sum + own, 0) / totals.length;
    const deviation = Math.sqrt(totals.reduce((sum, own) => sum + (own - mean) ** 2, 0) / totals.length);
    const [lower, upper] = indexIntervals(outputs, indices, 500, [0.16, 0.84], randomGenerator(2))
      .total[0] as readonly [number, number];
    expect((upper - lower) / 2 / deviation).toBeGreaterThan(0.7);
    expect((upper - lower) / 2 / deviation).toBeLessThan(1.4);
  });

  it('is decided by the generator', () => {
    const by = (seed: number) => indexIntervals(outputs, indices, 50, [0.05, 0.95], randomGenerator(seed));
    expect(by(1)).toEqual(by(1));
    expect(by(1)).not.toEqual(by(2));
  });

  it('draws a resample that does not vary again', () => {
    // Of three rows two are equal: every ninth resample and more has nothing but those.
    const few: DesignOutputs = { a: [1, 1, 2], b: [1, 1, 5], mixed: [[1, 1, 3]] };
    const { first, total } = indexIntervals(few, indicesOf(few), 300, [0, 1], randomGenerator(3));
    for (const ends of [first[0], total[0]]) {
      expect(ends?.every(Number.isFinite)).toBe(true);
      expect(Math.abs(ends?.[1] ?? NaN)).toBeLessThan(10);
    }
  });

  it('is the single answer where every resample is the same', () => {
    // Two rows that are each other's mirror: any resample that varies has the same terms.
    const same: DesignOutputs = { a: [1, 1], b: [3, 3], mixed: [[3, 3]] };
    const { first, total } = indexIntervals(same, indicesOf(same), 20, [0.05, 0.95], randomGenerator(4));
    const {
      first: [ofFirst],
      total: [ofTotal],
    } = indicesOf(same);
    expect(first[0]).toEqual([expect.closeTo(ofFirst ?? NaN, 12), expect.closeTo(ofFirst ?? NaN, 12)]);
    expect(total[0]).toEqual([expect.closeTo(ofTotal ?? NaN, 12), expect.closeTo(ofTotal ?? NaN, 12)]);
  });
});
