import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

function check(...argv: string[]): { status: number | null; lines: readonly string[]; stderr: string } {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'check.ts'), ...argv], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status: run.status, lines: run.stdout.trimEnd().split('\n'), stderr: run.stderr };
}

describe('the check', () => {
  it('ends with the count, and its exit status says the same', () => {
    const { status, lines } = check('--only', 'map');
    expect(lines[0]).toBe('[1/1] map: the committed map is what its sources say');
    expect(lines.at(-1)).toBe(status === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed');
  }, 60_000);

  it('answers --list with every step and --help with the way to call it', () => {
    expect(check('--list').lines.map((line) => line.split(' ')[0])).toEqual(
      expect.arrayContaining([
        'format',
        'lint',
        'boundaries',
        'build',
        'unit',
        'integration',
        'faults',
        'browser',
      ]),
    );
    expect(check('--help').lines.join('\n')).toContain('--only lint,unit');
  });

  it('refuses a step that is not there with status 2 and runs nothing', () => {
    const { status, lines, stderr } = check('--only', 'lint,nonsense');
    expect([status, lines]).toEqual([2, ['']]);
    expect(stderr).toContain('no step named nonsense');
  });
});
