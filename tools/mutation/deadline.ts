import type { InstrumenterContext } from '@stryker-mutator/api/core';
import type { SpecResult } from './suite.ts';

/** Milliseconds of processor time; of a spec that is not known yet, and of the shortest. */
const ofUnknown = 4000;
const ofShortest = 500;
const timesAsLong = 4;
/** The clock is asked once in so many hits of the mutant. */
const hitsPerLook = 4096;

/**
 * Ends a mutant that loops: the instrumented code counts how often it comes by the active mutant, and this
 * looks at the clock while it counts. Stryker's own limit, a hundred times the hits of all specs together,
 * takes longer than killing the process where a spec comes by a million times. It is processor time that
 * counts, so that a busy machine makes no mutant look endless.
 */
export class Deadline {
  readonly #known = new Map<string, number>();
  #ends = Number.POSITIVE_INFINITY;
  #passed = false;

  /** Whether the last mutant watched came to its end this way. */
  get passed(): boolean {
    return this.#passed;
  }

  /** From here on each hit is counted through this object. */
  watch(context: InstrumenterContext): void {
    this.#passed = false;
    let hits = context.hitCount;
    if (hits === undefined) return;
    Object.defineProperty(context, 'hitCount', {
      configurable: true,
      enumerable: true,
      get: () => hits,
      set: (value: number) => {
        hits = value;
        if (value % hitsPerLook !== 0 || processorTime() < this.#ends) return;
        this.#passed = true;
        throw new Error('the mutant runs for ever');
      },
    });
  }

  /** The count is a plain number again. */
  release(context: InstrumenterContext): void {
    const { hitCount } = context;
    this.#ends = Number.POSITIVE_INFINITY;
    if (hitCount === undefined) return;
    Object.defineProperty(context, 'hitCount', {
      configurable: true,
      enumerable: true,
      writable: true,
      value: hitCount,
    });
  }

  start(id: string): void {
    const known = this.#known.get(id);
    const allowed = known === undefined ? ofUnknown : Math.max(ofShortest, timesAsLong * known);
    this.#ends = processorTime() + allowed;
  }

  end({ id, milliseconds, failure }: SpecResult): void {
    this.#ends = Number.POSITIVE_INFINITY;
    if (failure === null) this.#known.set(id, Math.max(milliseconds, this.#known.get(id) ?? 0));
  }
}

/** Milliseconds that this process has had a processor. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
