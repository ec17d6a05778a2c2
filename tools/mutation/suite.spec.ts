import { describe, expect, it } from '@jest/globals';
import { collect, afterAll, beforeAll, beforeEach, describe as block, it as spec } from './jest-globals.ts';
import { runBlock, type SpecResult, specsOf } from './suite.ts';

/** What ran, in order: the hooks and bodies write into it, the watcher writes the verdicts. */
async function run(
  chosen: (id: string) => boolean,
  stopAtFailure: boolean,
): Promise<{ log: string[]; results: SpecResult[]; goesOn: boolean }> {
  const log: string[] = [];
  const results: SpecResult[] = [];
  const root = await collect('a.spec.ts', () => {
    beforeEach(() => log.push('each'));
    spec('alone', () => log.push('alone'));
    block('block', () => {
      beforeAll(() => log.push('all'));
      afterAll(() => log.push('end'));
      spec('fails', () => {
        throw new Error('on purpose');
      });
      spec('fails', async () => {
        await Promise.resolve();
        log.push('after');
      });
    });
    block('not chosen', () => {
      beforeAll(() => log.push('never'));
      spec('x', () => log.push('x'));
    });
    return Promise.resolve();
  });
  const goesOn = await runBlock(root, {
    chosen,
    starts: (id) => log.push(`> ${id}`),
    ends: (result) => {
      results.push(result);
      return !stopAtFailure || result.failure === null;
    },
  });
  return { log, results, goesOn };
}

describe('specs as a tree', () => {
  it('runs what is chosen with the hooks around it, in the order of the text', async () => {
    const { log, results, goesOn } = await run((id) => !id.includes('not chosen'), false);
    expect(log).toEqual([
      '> a.spec.ts: alone',
      'each',
      'alone',
      'all',
      '> a.spec.ts: block fails',
      'each',
      '> a.spec.ts: block fails (2)',
      'each',
      'after',
      'end',
    ]);
    expect(results.map(({ failure }) => failure?.split('\n')[0] ?? null)).toEqual([
      null,
      'Error: on purpose',
      null,
    ]);
    expect(goesOn).toBe(true);
  });

  it('ends at the first failure where asked to, and still cleans up', async () => {
    const { log, goesOn } = await run(() => true, true);
    expect(log.slice(-3)).toEqual(['> a.spec.ts: block fails', 'each', 'end']);
    expect(goesOn).toBe(false);
  });

  it('a failing hook fails the specs it was run for', async () => {
    const root = await collect('b.spec.ts', () => {
      beforeAll(() => {
        throw new Error('no');
      });
      spec('x', () => undefined);
      return Promise.resolve();
    });
    const failures: (string | null)[] = [];
    await runBlock(root, {
      chosen: () => true,
      starts: () => undefined,
      ends: ({ failure }) => failures.push(failure) > 0,
    });
    expect(failures).toEqual([expect.stringContaining('no')]);
  });

  it('makes a spec of each row, lists spread over the arguments', async () => {
    const seen: unknown[] = [];
    const root = await collect('c.spec.ts', () => {
      spec.each([[1, 2], 3])('row', (...row) => seen.push(row));
      block.each([['p']])('block', (name) => spec('x', () => seen.push(name)));
      return Promise.resolve();
    });
    for (const { run: body } of specsOf(root)) await body();
    expect(specsOf(root).map(({ id }) => id)).toEqual([
      'c.spec.ts: row [0]',
      'c.spec.ts: row [1]',
      'c.spec.ts: block [0] x',
    ]);
    expect(seen).toEqual([[1, 2], [3], 'p']);
  });
});
