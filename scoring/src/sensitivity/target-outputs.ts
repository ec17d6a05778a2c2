import type { Unit } from '../model/dataset.js';
import type {
  IndexEstimate,
  SensitivityOfTarget,
  SensitivitySpecification,
  SensitivityTarget,
  UncertainInput,
} from '../model/simulation.js';
import { mean, variance } from '../numeric/moments.js';
import type { RandomGenerator } from '../numeric/random.js';
import type { RunKind } from './design.js';
import { indexIntervals, sobolIndices } from './sobol-indices.js';

/** Outputs of one target: NaN where a run did not give the number. */
interface Outputs {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly mixed: readonly Float64Array[];
}

/** What each run of a sensitivity analysis gave for each target. */
export class TargetOutputs {
  private readonly outputs: readonly Outputs[];
  private readonly positions: ReadonlyMap<string, number>;

  constructor(
    private readonly specification: Required<SensitivitySpecification>,
    units: readonly Unit[],
    private readonly nominalRanks: Float64Array,
    rows: number,
    inputs: number,
  ) {
    const column = (): Float64Array => new Float64Array(rows).fill(Number.NaN);
    this.positions = new Map(units.map(({ code }, position) => [code, position]));
    this.outputs = specification.targets.map(() => {
      return { a: column(), b: column(), mixed: Array.from({ length: inputs }, column) };
    });
  }

  take(row: number, kind: RunKind, scores: Float64Array, ranks: Float64Array): void {
    this.specification.targets.forEach((target, at) => {
      const { a, b, mixed } = this.outputs[at] as Outputs;
      const into = kind === 'A' ? a : kind === 'B' ? b : (mixed[kind.exchanged] as Float64Array);
      into[row] = this.outputOf(target, scores, ranks);
    });
  }

  /** @param random one generator for all targets; each has its own fork, by its place */
  result(
    inputs: readonly UncertainInput[],
    interval: readonly [number, number],
    random: RandomGenerator,
  ): readonly SensitivityOfTarget[] {
    return this.specification.targets.map((target, at) => {
      const all = this.outputs[at] as Outputs;
      const outputs = completeRows(all);
      const both = joined(outputs.a, outputs.b);
      const indices = sobolIndices(outputs);
      const rows = outputs.a.length;
      const { resamples } = this.specification;
      const intervals =
        indices === null || resamples === 0
          ? null
          : indexIntervals(outputs, indices, resamples, interval, random.fork(at));
      const estimate = (of: 'first' | 'total', input: number): IndexEstimate | null => {
        if (indices === null) return null;
        const [lower, upper] = intervals?.[of][input] ?? [null, null];
        return { value: indices[of][input] as number, lower, upper };
      };
      return {
        target,
        rows,
        rowsWithout: all.a.length - rows,
        mean: rows < 2 ? null : mean(both),
        variance: rows < 2 ? null : variance(both),
        inputs: inputs.map(({ name }, input) => {
          return { input: name, first: estimate('first', input), total: estimate('total', input) };
        }),
      };
    });
  }

  private outputOf(target: SensitivityTarget, scores: Float64Array, ranks: Float64Array): number {
    if (target.of === 'rank_shift') return meanShift(ranks, this.nominalRanks);
    const position = this.positions.get(target.unit) as number;
    return (target.of === 'score' ? scores : ranks)[position] as number;
  }
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Mean distance from the nominal rank, over the units that have both; NaN where none has. */
function meanShift(ranks: Float64Array, nominal: Float64Array): number {
  let count = 0;
  let total = 0;
  for (let unit = 0; unit < ranks.length; unit += 1) {
    const shift = Math.abs((ranks[unit] as number) - (nominal[unit] as number));
    if (Number.isNaN(shift)) continue;
    count += 1;
    total += shift;
  }
  return total / count;
}

/** The rows in which every run gave the number: the estimators compare the runs of a row. */
function completeRows({ a, b, mixed }: Outputs): Outputs {
  const columns = [a, b, ...mixed];
  const complete = [...a.keys()].filter((row) => columns.every((column) => !Number.isNaN(column[row])));
  const only = (column: Float64Array): Float64Array =>
    Float64Array.from(complete, (row) => column[row] as number);
  return { a: only(a), b: only(b), mixed: mixed.map(only) };
}
