import { describe, expect, it } from '@jest/globals';
import { countJest, type JestReport } from './jest-report.ts';

const report = (given: Partial<JestReport>): JestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  ...given,
});

describe('counting a jest project', () => {
  it('counts tests passed, failed and skipped', () => {
    const given = report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    expect(countJest(given, 1)).toEqual({ passed: 7, failed: 2, skipped: 2 });
    expect(countJest(report({ numPassedTests: 7 }), 0)).toEqual({ passed: 7, failed: 0, skipped: 0 });
  });

  it('counts a spec file that could not run as a failure', () => {
    expect(countJest(report({ numPassedTests: 7, numRuntimeErrorTestSuites: 1 }), 1)).toMatchObject({
      failed: 1,
    });
  });

  it('fails a project that executed no test', () => {
    expect(countJest(report({}), 0)).toMatchObject({ failed: 1, reason: 'no test was executed' });
    expect(countJest(report({ numPendingTests: 3 }), 0)).toMatchObject({ failed: 1, skipped: 3 });
  });

  it('fails a run that left no report, or ended badly after its tests', () => {
    expect(countJest(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
    expect(countJest(report({ numPassedTests: 7 }), null)).toMatchObject({ passed: 7, failed: 1 });
  });
});
