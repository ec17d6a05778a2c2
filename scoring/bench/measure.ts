/**
 * How a case is timed. Runs and passes of the floor take turns, so that both meet the same machine; the
 * median is taken of each. It is a page of code rather than a package because the floor belongs into the
 * same loop.
 */
export interface Timing {
  /** Milliseconds. */
  readonly median: number;
  readonly fastest: number;
  /** Nine runs in ten took no longer. */
  readonly ninth: number;
  readonly runs: number;
}

export interface Measurement extends Timing {
  /** Median of one pass that reads and sums the same arrays, in milliseconds. */
  readonly floor: number;
  /** Share of the time in which this process had a processor: well below 1, something else had it. */
  readonly busy: number;
}

/** Long enough for the optimising compiler to be done. */
const warmUp = { milliseconds: 400, runs: 3 };
const sampling = { milliseconds: 1500, runs: 7, most: 2000 };

/** What was computed goes here, so that no compiler may leave it out. */
let sink = 0;

/**
 * @param run one run of the case; returns a number that depends on its result
 * @param arrays what the case reads
 */
export function measure(run: () => number, arrays: readonly Float64Array[]): Measurement {
  // A pass over little data is shorter than the clock can tell: several of them are one sample.
  const cells = arrays.reduce((total, array) => total + array.length, 0);
  const passes = Math.max(1, Math.ceil(1_000_000 / Math.max(1, cells)));
  const floorRun = (): number => {
    let total = 0;
    for (let pass = 0; pass < passes; pass += 1) total += sumOf(arrays);
    return total;
  };
  repeat(warmUp.milliseconds, warmUp.runs, Number.POSITIVE_INFINITY, () => void timeOf(run));
  repeat(warmUp.milliseconds / 4, warmUp.runs, Number.POSITIVE_INFINITY, () => void timeOf(floorRun));
  const times: number[] = [];
  const floors: number[] = [];
  const before = process.cpuUsage();
  const started = performance.now();
  repeat(sampling.milliseconds, sampling.runs, sampling.most, () => {
    times.push(timeOf(run));
    if (floors.length < 200) floors.push(timeOf(floorRun) / passes);
  });
  const { user, system } = process.cpuUsage(before);
  const busy = (user + system) / 1000 / (performance.now() - started);
  return { ...timing(times), floor: middle(floors), busy };
}

export function timing(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    median: middle(sorted),
    fastest: sorted[0] ?? Number.NaN,
    ninth: sorted[Math.ceil(0.9 * sorted.length) - 1] ?? Number.NaN,
    runs: sorted.length,
  };
}

export function timeOf(run: () => number): number {
  const started = performance.now();
  sink += run();
  return performance.now() - started;
}

/** Whether everything that was computed is a number: a benchmark of NaN would be of nothing. */
export function sane(): boolean {
  return Number.isFinite(sink);
}

function sumOf(arrays: readonly Float64Array[]): number {
  let total = 0;
  for (const array of arrays) for (let at = 0; at < array.length; at += 1) total += array[at] ?? 0;
  return total;
}

function repeat(milliseconds: number, atLeast: number, atMost: number, step: () => void): void {
  const end = performance.now() + milliseconds;
  for (let done = 0; done < atMost && (done < atLeast || performance.now() < end); done += 1) step();
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const below = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  const above = sorted[Math.ceil((sorted.length - 1) / 2)] ?? Number.NaN;
  return (below + above) / 2;
}
