import type { StepRun } from './run-step.ts';
import type { Step } from './step.ts';

/** How many steps that only read run at a time: each keeps one core busy, and two are common. */
export const AT_ONCE = 2;

/**
 * Runs steps and gives their results in order. Steps that only read run beside each other, a few at a
 * time; any other runs alone, after all before it.
 *
 * @throws what `run` throws
 */
export async function* runSteps(
  steps: readonly Step[],
  run: (step: Step) => Promise<StepRun>,
): AsyncGenerator<StepRun, void> {
  for (let at = 0; at < steps.length;) {
    const alone = steps.slice(at).findIndex((step) => !step.onlyReads);
    const group = steps.slice(at, alone <= 0 ? (alone === 0 ? at + 1 : undefined) : at + alone);
    for (const result of beside(group, run)) yield await result;
    at += group.length;
  }
}

/** Results of steps of which `AT_ONCE` run at a time, each as soon as it is there. */
function beside(group: readonly Step[], run: (step: Step) => Promise<StepRun>): readonly Promise<StepRun>[] {
  const waiting: (() => void)[] = [];
  let free = AT_ONCE;
  const turn = (): Promise<void> => {
    if (free === 0) return new Promise((resolve) => waiting.push(resolve));
    free -= 1;
    return Promise.resolve();
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  const results = group.map(async (step) => {
    await turn();
    return run(step).finally(leave);
  });
  // Whoever waits for the first failure learns of it; one behind it is nobody's to catch.
  for (const result of results) result.catch(() => undefined);
  return results;
}
