/**
 * Mutation tests of the engine: `npm run mutation -w scoring`, apart from the check; one folder or file
 * by `-- --mutate 'scoring/src/numeric/**'`, its specs alone by `--testFiles`. Runs from the workspace's
 * folder on a copy outside it; the report is in `scoring/coverage/mutation/`. See docs/adr/0007.
 */
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

const code = ['scoring/src/numeric/**/*.ts', 'scoring/src/stages/**/*.ts'];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions & { specs: string[] }} */
export default {
  plugins: ['./tools/mutation/test-runner.ts'],
  testRunner: 'warm',
  specs: ['scoring/src/**/*.spec.ts'],
  mutate: [...code, '!**/*.spec.ts', '!**/*.fixture.ts'],
  coverageAnalysis: 'perTest',
  concurrency: Math.max(1, Math.min(2, availableParallelism())),
  // Mutants at loading are judged by loading afresh, and what was loaded stays in memory: a new process now and then.
  maxTestRunnerReuse: 400,
  // For the few that loop without coming by the mutant: the runner itself ends the others.
  timeoutMS: 8_000,
  ignorePatterns: ['**', '!package.json', '!scoring/package.json', '!scoring/src/**'],
  symlinkNodeModules: false,
  tempDirName: join(tmpdir(), 'dti-monitor-mutation'),
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { reportTests: false, logTests: false, skipFull: true, allowColor: false },
  htmlReporter: { fileName: 'scoring/coverage/mutation/index.html' },
  jsonReporter: { fileName: 'scoring/coverage/mutation/mutation.json' },
  incrementalFile: 'scoring/coverage/mutation/incremental.json',
  thresholds: { high: 95, low: 85, break: null },
  allowConsoleColors: false,
  disableTypeChecks: true,
};
