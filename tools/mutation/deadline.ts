import type { InstrumenterContext } from '@stryker-mutator/api/core';
import type { SpecResult } from './suite.ts';

/** Milliseconds of processor time; of a spec that is not known yet, and of the shortest. */
const ofUnknown = 4000;
const ofShortest = 500;
const timesAsLong = 4;
/** The clock is asked once in so many looks. */
const looksPerClock = 16_384;

/**
 * Ends a mutant that loops. The instrumented code asks which mutant is active wherever it has one, so that
 * whoever answers sees every turn of a loop, and can look at the clock now and then. Stryker's own limits, a
 * hundred times the hits of all specs together or the end of the process, take minutes where specs are many.
 * It is processor time that counts, so that a busy machine makes no mutant look endless.
 */
export class Deadline {
  readonly #known = new Map<string, number>();
  #ends = Number.POSITIVE_INFINITY;
  #passed = false;

  /** @param context what the instrumented code asks: from here on through this object */
  constructor(context: InstrumenterContext) {
    let active: string | undefined = context.activeMutant;
    let looks = 0;
    Object.defineProperty(context, 'activeMutant', {
      enumerable: true,
      get: () => {
        looks += 1;
        if (looks >= looksPerClock) {
          looks = 0;
          this.#look();
        }
        return active;
      },
      set: (id: string | undefined) => {
        active = id;
      },
    });
  }

  #look(): void {
    if (processorTime() < this.#ends) return;
    this.#passed = true;
    throw new Error('the mutant runs for ever');
  }

  /** Whether a mutant has come to its end this way since `reset`. */
  get passed(): boolean {
    return this.#passed;
  }

  reset(): void {
    this.#passed = false;
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
