import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './terminal.fixture.js';

const EXAMPLE = join(ROOT, 'scoring/examples/geometric-index');

/** The bin itself, as `npx dti-score` runs it: in a process of its own, on what is built. */
function dtiScore(argv: readonly string[], input = '', moved = {}) {
  const { NODE_OPTIONS: _own, INIT_CWD: _typedIn, ...environment } = process.env;
  const bin = join(ROOT, 'node_modules/.bin/dti-score');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], {
    cwd: EXAMPLE,
    input,
    encoding: 'utf8',
    env: environment,
    ...moved,
  });
  return { status, out: stdout, err: stderr };
}

describe('the bin of dti-score', () => {
  it('runs from any folder, builds what it needs, and reads standard input', () => {
    const data = 'unit,life_expectancy,expected_schooling,mean_schooling,gni_per_capita\nA,85,18,15,75000\n';
    const { status, out } = dtiScore(['-f', 'framework.yaml', '-d', '-', '--format', 'csv'], data);
    expect([status, out.split('\n')[1]]).toEqual([0, 'A,all,1,false,1,1,very_high,scored,1,1,1,1,1,1,1']);
  }, 120_000);

  it('finds files from where npm was called, which runs it in the folder of a workspace', () => {
    const cwd = join(ROOT, 'scoring');
    const called = { INIT_CWD: EXAMPLE, npm_command: 'exec', npm_package_json: join(cwd, 'package.json') };
    const env = { ...process.env, ...called, NODE_OPTIONS: '' };
    const call = ['-f', 'framework.yaml', '-d', 'data.csv', '--validate'];
    expect(dtiScore(call, '', { cwd, env }).status).toBe(0);
    const elsewhere = { ...env, npm_package_json: join(ROOT, 'package.json') };
    const script = { ...env, npm_command: 'run-script' };
    for (const other of [elsewhere, script]) {
      expect(dtiScore(call, '', { cwd, env: other }).err).toContain('FILE_NOT_READABLE: framework.yaml');
    }
  }, 60_000);

  it('ends with the status of the answer', () => {
    expect(dtiScore(['-f', 'framework.yaml', '-d', '-'], 'unit\nA\n').status).toBe(1);
    expect(dtiScore([]).status).toBe(2);
  }, 60_000);
});
