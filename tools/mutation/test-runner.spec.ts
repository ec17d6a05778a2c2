import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The runner in a process of its own, on a sandbox with mutants written by hand: each is a condition on
 * the active mutant, as the instrumented code has it.
 */
const source = `
const ns = (globalThis.__stryker__ ??= {});
const active = (id: string): boolean => {
  if (ns.activeMutant !== id) return false;
  if (ns.hitCount !== undefined && ++ns.hitCount > ns.hitLimit) throw new Error('hit limit');
  return true;
};
export const limit = active('at loading') ? 1 : 2;
export const double = (x: number): number => (active('killed') ? x : 2 * x);
export const same = (x: number): number => (active('survives') ? x : x + 0);
export const lowest = (list: number[]): number | undefined =>
  (active('spoils') ? list : [...list]).sort((a, b) => a - b)[0];
export const far = (): number => (active('killed far away') ? 0 : 1);
export const spinLong = (): number => { while (active('endless, slowly')); return 1; };
export const spin = (): number => { while (active('endless')); return 1; };
`;
const spec = `
import { describe, expect, it } from '@jest/globals';
import { double, limit, lowest, same, spin, spinLong } from './source.js';
const shared = [3, 1, 2];
describe('source', () => {
  it('doubles', () => expect(double(2)).toBe(4));
  it('keeps', () => expect(same(2)).toBe(2));
  it('finds the lowest', () => expect(lowest(shared)).toBe(1));
  it('has its fixture', () => expect([same(shared[0]), shared]).toEqual([3, [3, 1, 2]]));
  it('ends', () => { try { spin(); spinLong(); } catch { /* as a spec of what throws would */ } });
  it('has its limit', () => expect(limit).toBe(2));
});
`;
const slowSpec = `
import { it } from '@jest/globals';
it('takes its time', () => {
  const started = process.cpuUsage();
  const spent = () => { const { user, system } = process.cpuUsage(started); return user + system; };
  // The clock is asked now and then: where asking costs more than the turn, all would be asking.
  do { for (let turn = 0; turn < 100_000; turn++); } while (spent() < 300_000);
});
`;
const lateSpec = `
import { expect, it } from '@jest/globals';
import { far } from '../src/source.js';
it('sees what nobody near does', () => expect(far()).toBe(1));
`;
const driver = `
import { strykerPlugins } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'test-runner.ts')).href)};
const spoilt = [];
const log = { info: (message, id) => spoilt.push(id) };
const runner = new strykerPlugins[0].injectableClass(log, { specs: ['**/*.spec.ts'], farBudget: 200 });
await runner.init();
const dry = await runner.dryRun({ coverageAnalysis: 'perTest' });
const answers = [];
for (const [id, more] of [
  ['killed far away'], ['killed far away'], ['killed'], ['survives'], ['spoils'], ['survives'], ['endless', { hitLimit: 100 }],
  ['endless, slowly', { hitLimit: 1e12 }], ['at loading', { reloadEnvironment: true }], ['survives'],
]) {
  answers.push(await runner.mutantRun({
    activeMutant: { id }, sandboxFileName: process.cwd() + '/src/source.ts',
    testFilter: dry.tests.map((test) => test.id), reloadEnvironment: false, ...more,
  }));
}
console.log(JSON.stringify({ dry, answers, spoilt }));
`;

interface Answer {
  readonly status: string;
  readonly killedBy?: readonly string[];
  readonly nrOfTests?: number;
}

describe('the runner of mutants', () => {
  let sandbox: string;
  let said: { dry: { tests: { id: string; status: number }[] }; answers: Answer[]; spoilt: string[] };

  beforeAll(() => {
    sandbox = mkdtempSync(join(tmpdir(), 'mutation-runner-'));
    mkdirSync(join(sandbox, 'src'));
    writeFileSync(join(sandbox, 'src/source.ts'), source);
    writeFileSync(join(sandbox, 'src/source.spec.ts'), spec);
    mkdirSync(join(sandbox, 'elsewhere'));
    writeFileSync(join(sandbox, 'elsewhere/a-slow.spec.ts'), slowSpec);
    writeFileSync(join(sandbox, 'elsewhere/b-late.spec.ts'), lateSpec);
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', driver], {
      cwd: sandbox,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    expect(run.stderr).toBe('');
    said = JSON.parse(run.stdout) as typeof said;
  }, 120_000);

  afterAll(() => rmSync(sandbox, { recursive: true, force: true }));

  it('gives specs of other folders a time to kill what those of its own let live, the quickest first', () => {
    // The slow one comes first while nobody knows that it is slow, and takes all of the time.
    expect(said.answers[0]).toEqual({ status: 'survived', nrOfTests: 7 });
    expect(said.answers[1]).toMatchObject({
      status: 'killed',
      killedBy: ['elsewhere/b-late.spec.ts: sees what nobody near does'],
      nrOfTests: 7,
    });
  });

  it('runs every spec without a mutant', () => {
    const near = said.dry.tests.filter(({ id }) => id.startsWith('src/'));
    expect(said.dry.tests).toHaveLength(8);
    expect(near.map(({ id, status }) => [id, status])).toEqual(
      ['doubles', 'keeps', 'finds the lowest', 'has its fixture', 'ends', 'has its limit'].map((name) => [
        `src/source.spec.ts: source ${name}`,
        0,
      ]),
    );
  });

  it('says which spec killed a mutant, and ends there', () => {
    expect(said.answers[2]).toMatchObject({
      status: 'killed',
      killedBy: ['src/source.spec.ts: source doubles'],
      nrOfTests: 1,
    });
  });

  it('lets live what no spec notices', () => {
    expect(said.answers[3]).toEqual({ status: 'survived', nrOfTests: 8 });
  });

  it('loads afresh after a mutant that spoilt what specs share, and blames no other for it', () => {
    expect(said.answers[4]).toMatchObject({
      status: 'killed',
      killedBy: ['src/source.spec.ts: source has its fixture'],
    });
    expect(said.spoilt).toEqual(['spoils']);
    expect(said.answers[5]).toEqual({ status: 'survived', nrOfTests: 8 });
  });

  it('counts a mutant that never ends as a time-out, even where a spec caught the error', () => {
    expect(said.answers[6]).toMatchObject({ status: 'timeout' });
  });

  it('and so one that would take hours to reach the limit of its hits', () => {
    expect(said.answers[7]).toMatchObject({ status: 'timeout' });
  });

  it('loads with the mutant on where it works at loading, and without it afterwards', () => {
    expect(said.answers[8]).toMatchObject({
      status: 'killed',
      killedBy: ['src/source.spec.ts: source has its limit'],
    });
    expect(said.answers[9]).toEqual({ status: 'survived', nrOfTests: 8 });
  });
});
