import { beforeAll, describe, expect, it } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../support/command-line.ts';
import { commandExamples, csvExamples, shellWords, transcripts } from '../support/guide-examples.ts';
import { useTypedCommands } from '../support/typed-commands.ts';

/** What the guides tell their readers to type works as it stands, in order, on a product just started. */
const { run, file, folder } = useTypedCommands('dti-monitor-guides-');
beforeAll(() => {
  const figures = 'unit,dti.total,source\nHuế,0.71,press\nHà Nội,0.70,press\n';
  for (const name of ['dti-2023.csv', 'figures.csv']) file(name, figures);
  file('mistyped.csv', 'unit,dti.total,source\nHuế,7.1,press\nHà Nôi,0.7,press\n');
  // What the README tells to type is typed in the checkout.
  symlinkSync(join(CHECKOUT, 'seeds'), join(folder(), 'seeds'), 'junction');
});

const README = commandExamples('README.md');
const COMMANDS = commandExamples('docs/guides/command-line.md');

describe('the commands', () => {
  it('are there to be read, one at least for every command', () => {
    const shown = new Set([...README, ...COMMANDS].map((line) => line.split(' ')[0]));
    const all = [
      'assessments',
      'edition',
      'editions',
      'explain',
      'framework',
      'frameworks',
      'import',
      'rank',
      'report',
      'score',
      'seed',
      'settings',
      'units',
    ];
    expect(all.filter((command) => !shown.has(command))).toEqual([]);
  });

  it.each([...README.map((line) => ['README', line]), ...COMMANDS.map((line) => ['command-line.md', line])])(
    '%s: %s',
    async (_guide, line) => {
      const { status, stdout, stderr } = await run(...shellWords(line));
      expect([line, status, stderr]).toEqual([line, 0, '']);
      expect(stdout.length).toBeGreaterThan(5);
    },
    60_000,
  );
});

describe('what the guide shows of a terminal', () => {
  it.each(transcripts('docs/guides/command-line.md').map(({ line, output }) => [line, output]))(
    '%s',
    async (line, output) => {
      expect((await run(...shellWords(line))).stdout).toBe(output);
    },
  );
});

describe('the files of importing.md', () => {
  const [provinces = '', ministries = ''] = csvExamples('docs/guides/importing.md');

  it.each([
    ['provinces', provinces, 'dti-922-province', '2022', 2],
    ['ministries', ministries, 'dti-922-ministry', '2021', 3],
  ])('of %s are imported as they stand', async (_which, text, framework, period, rows) => {
    const words = ['import', file('example.csv', text), '-f', framework, '-p', period, '--dry-run', '--json'];
    const { status, stdout } = await run(...words);
    const report = JSON.parse(stdout) as { faults: unknown[]; unitCount: number; file: { rows: number } };
    expect(report.faults).toEqual([]);
    expect([status, report.unitCount, report.file.rows]).toEqual([0, rows, rows]);
  });
});
