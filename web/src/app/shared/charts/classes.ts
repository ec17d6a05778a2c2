/** A class of a sequential scale: its bounds as found in the data, both inclusive. */
export interface ValueClass {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Classification {
  readonly classes: readonly ValueClass[];
  /** Index of the class a value falls in; null for no value. */
  readonly classOf: (value: number | null) => number | null;
}

/**
 * Classes with, as nearly as ties allow, equal numbers of values (quantiles). Equal values never
 * fall into two classes, and with fewer distinct values than `wanted` there are fewer classes.
 * O(n log n).
 */
export function equalCountClasses(values: readonly number[], wanted = 5): Classification {
  const sorted = [...values].sort((a, b) => a - b);
  const starts: number[] = [];
  for (let k = 0; k < wanted; k += 1) {
    const start = sorted[Math.round((k * sorted.length) / wanted)];
    if (start !== undefined && start !== starts.at(-1)) starts.push(start);
  }
  const indexOf = (value: number): number =>
    Math.max(
      0,
      starts.findLastIndex((start) => value >= start),
    );
  const classes = starts.map((_, index) => {
    const held = sorted.filter((value) => indexOf(value) === index);
    return { from: held[0] ?? 0, to: held.at(-1) ?? 0, count: held.length };
  });
  return { classes, classOf: (value) => (value === null || starts.length === 0 ? null : indexOf(value)) };
}

/**
 * Where a class lies on the ramp of five colours: the full span is used whatever the number of
 * classes, so that the lowest is always lightest and the highest darkest. One class is the middle.
 */
export function rampStep(classIndex: number, classCount: number): 0 | 1 | 2 | 3 | 4 {
  if (classCount <= 1) return 2;
  return Math.round((classIndex * 4) / (classCount - 1)) as 0 | 1 | 2 | 3 | 4;
}
