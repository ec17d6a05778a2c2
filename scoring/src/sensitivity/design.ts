import type { UncertainInput } from '../model/simulation.js';
import { randomGenerator, type RandomGenerator } from '../numeric/random.js';
import { isChoice } from './choices.js';
import type { Draw } from './run-evaluation.js';

/** A run of the design: matrix A, matrix B, or A with the column of one input from B. */
export type RunKind = 'A' | 'B' | { readonly exchanged: number };

/** How often the index is worked out for a specification, the nominal run not counted. */
export function runCount(draws: number, inputs: number, withSensitivity: boolean): number {
  return withSensitivity ? draws * (inputs + 2) : draws;
}

/** Runs of one row: A alone, or A, B and one exchanged for each input. */
export function runsOfRow(inputs: number, withSensitivity: boolean): readonly RunKind[] {
  if (!withSensitivity) return ['A'];
  return ['A', 'B', ...Array.from({ length: inputs }, (_, exchanged) => ({ exchanged }))];
}

/**
 * The Monte Carlo design: row by row what each input is in the matrices A and B. An input's numbers depend
 * on the seed, its name, the matrix and the row alone, so that neither other inputs nor the number of
 * draws move them: the first 100 of 1,000 draws are those of 100. An input of many numbers (a set of
 * weights) is one column: all of its numbers are exchanged together, and its Sobol index is that of the
 * group.
 *
 * Source: Saltelli et al. (2010); COINr's `SA_sample` lays out A, B and the exchanged ones the same way.
 */
export class Design {
  private readonly streams: readonly (readonly [RandomGenerator, RandomGenerator])[];
  private readonly inA: Float64Array;
  private readonly inB: Float64Array;
  private row = -1;

  constructor(
    seed: number,
    private readonly inputs: readonly UncertainInput[],
  ) {
    const root = randomGenerator(seed);
    this.streams = inputs.map(({ name }) => {
      const own = root.fork('input').fork(name);
      return [own.fork('A'), own.fork('B')] as const;
    });
    this.inA = new Float64Array(inputs.length);
    this.inB = new Float64Array(inputs.length);
  }

  draw(row: number, kind: RunKind): Draw {
    if (row !== this.row) this.take(row);
    const fromB = (input: number): boolean =>
      kind === 'B' || (typeof kind === 'object' && kind.exchanged === input);
    const uniforms = this.inA.map((own, input) => (fromB(input) ? (this.inB[input] as number) : own));
    const streams = this.inputs.map((input, at) => {
      return isChoice(input) ? null : this.stream(at, fromB(at)).fork(row);
    });
    return { uniforms, streams };
  }

  private take(row: number): void {
    this.row = row;
    this.inputs.forEach((input, at) => {
      if (!isChoice(input)) return;
      this.inA[at] = this.stream(at, false).fork(row).uniform();
      this.inB[at] = this.stream(at, true).fork(row).uniform();
    });
  }

  private stream(input: number, fromB: boolean): RandomGenerator {
    return (this.streams[input] as readonly RandomGenerator[])[fromB ? 1 : 0] as RandomGenerator;
  }
}
