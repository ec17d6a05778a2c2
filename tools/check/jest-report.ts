import type { StepOutcome } from './step.ts';

/** The part of jest's `--json` report that is counted. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Spec files that could not run at all: a syntax error, a failing import. */
  readonly numRuntimeErrorTestSuites: number;
}

/**
 * Counts one jest project. A spec file that could not run is one failure; so are a run without a single
 * test, a run that left no report, and a run that ended badly though every test passed.
 * @param report jest's report, or undefined when none was written
 * @param status jest's exit status; null when a signal ended it
 */
export function countJest(report: JestReport | undefined, status: number | null): StepOutcome {
  if (report === undefined) {
    return { passed: 0, failed: 1, skipped: 0, reason: `jest wrote no report (exit status ${status})` };
  }
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const skipped = report.numPendingTests + report.numTodoTests;
  if (passed + failed === 0) return { passed, failed: 1, skipped, reason: 'no test was executed' };
  if (failed === 0 && status !== 0) {
    return { passed, failed: 1, skipped, reason: `every test passed, but jest ended with ${status}` };
  }
  return { passed, failed, skipped };
}
