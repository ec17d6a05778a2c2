/** One step of the check: how it is called, what it runs, and how its answer is counted. */
export interface Step {
  readonly name: string;
  readonly does: string;
  readonly command: readonly string[];
  /**
   * `exit`: the step is one test, passed when it exits with 0.
   * `jest`: its tests are counted from the report that jest writes.
   * `missing`: what it needs is not there, which is a failure; `does` says what is missing.
   */
  readonly counts: 'exit' | 'jest' | 'missing';
  /** Stopped, and failed, after so many seconds. */
  readonly limit: number;
  /** It writes nothing and needs nothing built: others like it may run beside it. */
  readonly onlyReads?: boolean;
}

/** What one step came to. */
export interface StepOutcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why it failed when its own output does not say. */
  readonly reason?: string;
}
