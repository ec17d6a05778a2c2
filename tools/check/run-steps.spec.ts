import { describe, expect, it } from '@jest/globals';
import type { StepRun } from './run-step.ts';
import { AT_ONCE, runSteps } from './run-steps.ts';
import type { Step } from './step.ts';

const step = (name: string, onlyReads: boolean): Step => ({
  name,
  does: '',
  command: [],
  counts: 'exit',
  limit: 1,
  onlyReads,
});

/** Runs steps that each take as many turns as said, and tells what ran beside what. */
async function told(steps: readonly Step[], turns: Readonly<Record<string, number>> = {}) {
  const running = new Set<string>();
  const beside: string[] = [];
  const results: string[] = [];
  const run = async ({ name }: Step): Promise<StepRun> => {
    running.add(name);
    beside.push([...running].join('+'));
    for (let turn = 0; turn < (turns[name] ?? 1); turn++) await Promise.resolve();
    running.delete(name);
    return { outcome: { passed: 1, failed: 0, skipped: 0 }, output: name, seconds: 0 };
  };
  for await (const { output } of runSteps(steps, run)) results.push(output);
  return { beside, results };
}

describe('the steps of the check', () => {
  it('that only read run two at a time, any other alone', async () => {
    const steps = ['a', 'b', 'c']
      .map((name) => step(name, true))
      .concat(step('build', false), step('tests', false));
    const { beside, results } = await told(steps, { a: 20, b: 1, c: 1 });
    expect(beside).toEqual(['a', 'a+b', 'a+c', 'build', 'tests']);
    expect(Math.max(...beside.map((names) => names.split('+').length))).toBe(AT_ONCE);
    expect(results).toEqual(['a', 'b', 'c', 'build', 'tests']);
  });

  it('give their results in order, whichever ends first', async () => {
    const steps = ['slow', 'quick'].map((name) => step(name, true));
    expect((await told(steps, { slow: 50 })).results).toEqual(['slow', 'quick']);
  });

  it('may read again after one that writes', async () => {
    const steps = [
      step('build', false),
      step('a', true),
      step('b', true),
      step('tests', false),
      step('c', true),
    ];
    expect((await told(steps)).results).toEqual(['build', 'a', 'b', 'tests', 'c']);
  });

  it('are none where none is asked for', async () => {
    expect((await told([])).results).toEqual([]);
  });

  it('end the run where one cannot be run at all', async () => {
    const failing = runSteps([step('a', true), step('b', true)], ({ name }) =>
      name === 'a' ? Promise.reject(new Error('gone')) : Promise.resolve({} as StepRun),
    );
    await expect(failing.next()).rejects.toThrow('gone');
  });
});
