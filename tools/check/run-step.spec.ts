import { describe, expect, it } from '@jest/globals';
import { runStep, type StepRun } from './run-step.ts';
import type { Step } from './step.ts';

const root = import.meta.dirname;

function run(script: string, given: Partial<Step> = {}): Promise<StepRun> {
  const step: Step = {
    name: 'try',
    does: 'is tried',
    command: ['node', '-e', script],
    counts: 'exit',
    limit: 30,
  };
  return runStep({ ...step, ...given }, root);
}

/** A jest that writes the report it is told to, where the step asks for it. */
const jestThatReports = (report: object, status: number): string =>
  `const file = process.argv.find((text) => text.startsWith('--outputFile=')).slice(13);
   require('node:fs').writeFileSync(file, ${JSON.stringify(JSON.stringify(report))});
   process.exit(${status});`;

describe('running a step', () => {
  it('passes on exit 0 and keeps what was printed on either stream', async () => {
    const { outcome, output } = await run(`console.log('out'); console.error('err')`);
    expect(outcome).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(output).toContain('out');
    expect(output).toContain('err');
  });

  it('fails on another exit status', async () => {
    expect((await run('process.exit(3)')).outcome).toMatchObject({
      passed: 0,
      failed: 1,
      reason: 'exit status 3',
    });
  });

  it('fails when the program is not there', async () => {
    const { outcome, output } = await run('', { command: ['there-is-no-such-program'] });
    expect(outcome.failed).toBe(1);
    expect(output).toContain('there-is-no-such-program');
  });

  it('stops a step at its limit, with everything it started', async () => {
    const script = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'inherit' });
      setInterval(() => 0, 1000);`;
    const { outcome, seconds } = await run(script, { limit: 1 });
    expect(outcome).toMatchObject({ failed: 1, reason: 'stopped after 1 s' });
    expect(seconds).toBeLessThan(9);
  }, 20_000);

  it('counts a jest project from the report that it wrote', async () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 0,
      numTodoTests: 0,
      numRuntimeErrorTestSuites: 0,
    };
    const { outcome } = await run('', {
      counts: 'jest',
      command: ['node', '-e', jestThatReports(report, 1), '--'],
    });
    expect(outcome).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it('fails a jest project without a report', async () => {
    expect(
      (await run('process.exit(0)', { counts: 'jest', command: ['node', '-e', '0', '--'] })).outcome.failed,
    ).toBe(1);
  });

  it('fails a step that is missing, and says what', async () => {
    const { outcome } = await run('', { counts: 'missing', does: 'no script "build"' });
    expect(outcome).toEqual({ passed: 0, failed: 1, skipped: 0, reason: 'no script "build"' });
  });
});
