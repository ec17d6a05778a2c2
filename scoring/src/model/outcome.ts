/** One thing that is wrong with an input: a stable code, where, and the numbers or names it is about. */
export interface Problem {
  readonly code: string;
  /** Path into the input, e.g. `framework.dti.awareness.points` or `dataset.cells[12].value`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** A value, or every problem that stands in its way. Never a partial value. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

export function success<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function failure(problems: readonly Problem[]): Outcome<never> {
  return { ok: false, problems };
}
