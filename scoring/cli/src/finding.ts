import type { Problem } from '@dti-monitor/scoring';

/** Where in a file something stands. */
export interface Place {
  readonly file: string;
  /** From 1; `null` where no line can be named. */
  readonly line: number | null;
  /** Heading of the column of a table. */
  readonly column: string | null;
}

/** A problem, and where its reader finds it. */
export interface Finding extends Problem {
  readonly place: Place;
}

/** What was read, or everything that stands in the way. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly findings: readonly Finding[] };

/** A mistake of the call, not of the data: what is typed has to change. */
export class CallRefusal extends Error {
  override readonly name = 'CallRefusal';
}

export function place(file: string, line: number | null = null, column: string | null = null): Place {
  return { file, line, column };
}
