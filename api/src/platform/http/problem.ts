/** One offending field or cell of a request. */
export interface ProblemDetail {
  /** Stable code of this fault. */
  readonly code: string;
  /** Where it is: `query.period`, `body.framework`, `file:12:3`. */
  readonly path: string;
  readonly message: string;
}

/**
 * An error the caller can act upon, answered as RFC 9457 `application/problem+json`.
 * `code` is stable and documented; `title` is for people who read logs.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail?: string,
    readonly errors: readonly ProblemDetail[] = [],
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail ?? title);
    this.name = 'Problem';
  }
}

/** The body that {@link Problem} becomes. */
export function problemBody(problem: Problem, instance: string): Record<string, unknown> {
  return {
    type: `urn:dti-monitor:problem:${problem.code.toLowerCase().replaceAll('_', '-')}`,
    title: problem.title,
    status: problem.status,
    code: problem.code,
    ...(problem.detail === undefined ? {} : { detail: problem.detail }),
    instance,
    errors: problem.errors,
    ...problem.extensions,
  };
}

/** 404 with the code of the thing that was looked for, e.g. `UNIT_NOT_FOUND`. */
export function notFound(what: string, id: string): Problem {
  return new Problem(
    404,
    `${what}_NOT_FOUND`,
    'Not found',
    `No ${what.toLowerCase().replaceAll('_', ' ')} "${id}".`,
  );
}
