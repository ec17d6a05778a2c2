/** Refusals of one caller that are told as one within this time. */
const WINDOW = 60_000;
/** Callers and actions told one by one within a window; the rest is counted together. */
const TOLD = 60;

/** What all beyond those told one by one is counted under. */
export const THE_REST = 'the rest';

interface Counted<T> {
  readonly since: number;
  /** The first of them. */
  readonly first: T;
  repeated: number;
}

/** A refusal that was repeated, when its time is over. */
export interface Repeated<T> {
  readonly key: string;
  readonly first: T;
  readonly repeated: number;
}

/**
 * Bounds what refusals write: the first of a caller and action is told at once, the repetitions of the next
 * minute as one number. However many callers there are, a minute writes at most twice `TOLD` and two rows.
 */
export class RefusalTally<T> {
  private readonly open = new Map<string, Counted<T>>();

  /** Notes one refusal. @returns whether it is to be told now */
  note(key: string, about: T, now: number): boolean {
    const own = this.open.get(key);
    if (own !== undefined) {
      own.repeated += 1;
      return false;
    }
    if (this.open.size < TOLD) {
      this.open.set(key, { since: now, first: about, repeated: 0 });
      return true;
    }
    const rest = this.open.get(THE_REST);
    if (rest === undefined) this.open.set(THE_REST, { since: now, first: about, repeated: 1 });
    else rest.repeated += 1;
    return false;
  }

  /** Closes what is older than the window, or everything. @returns what was repeated in it */
  close(now: number, everything = false): readonly Repeated<T>[] {
    const over = [...this.open].filter(([, { since }]) => everything || now - since >= WINDOW);
    for (const [key] of over) this.open.delete(key);
    return over.flatMap(([key, { first, repeated }]) => (repeated === 0 ? [] : [{ key, first, repeated }]));
  }
}
