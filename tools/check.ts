/**
 * `npm test`, `npm run check` and CI: every quality gate, in one order, each counted.
 * The last line printed is `N passed, N failed`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { help, readCommandLine } from './check/command-line.ts';
import { planSteps } from './check/plan.ts';
import { runStep, type StepRun } from './check/run-step.ts';
import { runSteps } from './check/run-steps.ts';
import type { Step } from './check/step.ts';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const steps = planSteps({
  scripts: new Set(Object.keys(manifest.scripts)),
  has: (path) => existsSync(join(root, path)),
});
const request = readCommandLine(
  process.argv.slice(2),
  steps.map(({ name }) => name),
);

switch (request.kind) {
  case 'help':
    console.log(help);
    break;
  case 'list':
    for (const { name, does } of steps) console.log(`${name.padEnd(20)}${does}`);
    break;
  case 'wrong':
    console.error(request.message);
    process.exitCode = 2;
    break;
  case 'run':
    process.exitCode = await run(steps.filter(({ name }) => request.only?.has(name) ?? true));
}

/** Runs the steps one after another and returns the exit status. */
async function run(chosen: readonly Step[]): Promise<number> {
  const started = performance.now();
  let passed = 0;
  let failed = 0;
  const failures: string[] = [];
  const results = runSteps(chosen, (step) => runStep(step, root));
  for (const [index, step] of chosen.entries()) {
    console.log(`[${index + 1}/${chosen.length}] ${step.name}: ${step.does}`);
    const { value: result } = await results.next();
    if (result === undefined) throw new Error(`${step.name} has no result`);
    passed += result.outcome.passed;
    failed += result.outcome.failed;
    if (result.outcome.failed > 0) failures.push(step.name);
    report(step, result);
  }
  const seconds = (performance.now() - started) / 1000;
  if (failures.length > 0) console.log(`\nfailed: ${failures.join(', ')}`);
  console.log(`\n${chosen.length} steps in ${seconds.toFixed(0)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** A failing step shows all that it printed; a passing one a single line. */
function report(step: Step, { outcome, output, seconds }: StepRun): void {
  const { passed, failed, skipped, reason } = outcome;
  if (failed > 0 && output.trim() !== '') console.log(output.trimEnd().replaceAll(/^/gm, '    '));
  const counts = step.counts === 'jest' ? `, ${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  const why = reason === undefined ? '' : `: ${reason}`;
  console.log(`    ${failed > 0 ? 'FAILED' : 'ok'} in ${seconds.toFixed(1)} s${counts}${why}`);
}
