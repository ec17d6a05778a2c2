import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessmentSchema, explanationSchema } from '../../api/src/features/assessments/assessment.dto.ts';
import { editionSchema } from '../../api/src/features/editions/edition.dto.ts';
import { importReportSchema } from '../../api/src/features/imports/import.dto.ts';
import { rankingSchema } from '../../api/src/features/rankings/ranking.dto.ts';
import { unitSummarySchema } from '../../api/src/features/units/unit.dto.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { runCommand, type Ran } from '../support/command-line.ts';
import { runInProcess, useTypedCommands } from '../support/typed-commands.ts';

/** A process costs seconds on a machine that is busy, and the first one builds what is not built. */
const PATIENCE_MS = 120_000;

// The folder in which the commands are typed: not the checkout, and with a space.
const { run, file, folder, databaseUrl } = useTypedCommands('dti monitor ');
beforeAll(() => {
  file('good.csv', 'unit;dti.total;source\nHuế;0,71;press\nHà Nội;0,70;press\n');
  file('bad.csv', 'unit,dti.total,source\nHuế,7.1,press\nHà Nôi,0.7,press\n');
});

/** As a person types it: through npm and the launcher, each ending in its own way. */
const npmRun = (...words: readonly string[]): Promise<Ran> => runCommand(words, databaseUrl(), folder());

/** What a command prints with --json, and it prints nothing else. */
async function json<T>(
  words: readonly string[],
  ran: (...words: readonly string[]) => Promise<Ran> = run,
): Promise<{ status: number | null; data: T }> {
  const { status, stdout } = await ran(...words, '--json');
  return { status, data: JSON.parse(stdout) as T };
}

describe('a command that is done ends with 0 and prints its result', () => {
  it(
    'units: the roster of a date',
    async () => {
      const { status, data } = await json<unknown[]>(
        ['units', '--on', '2024-12-31', '--level', 'province'],
        npmRun,
      );
      expect([status, data.length]).toEqual([0, 63]);
      expect(data.map((unit) => unitSummarySchema.parse(unit))).toEqual(data);
    },
    PATIENCE_MS,
  );

  it(
    'rank: the ranking of a group',
    async () => {
      const { data } = await json<{ rows: { rank: number }[] }>([
        ...['rank', '--edition', 'dti-2020', '--group', 'province_63'],
      ]);
      expect(rankingSchema.parse(data)).toEqual(data);
      expect(data.rows.filter(({ rank }) => rank !== null)).toHaveLength(9);
    },
    PATIENCE_MS,
  );

  it(
    'import: the file lies where the command is typed, which is not the checkout',
    async () => {
      const words = ['import', 'good.csv', '-f', 'dti-922-province', '-p', '2023'];
      const stored = await json<{ state: string }>(words, npmRun);
      expect(stored.status).toBe(0);
      expect(importReportSchema.parse(stored.data)).toEqual(stored.data);
      expect(stored.data).toMatchObject({
        state: 'imported',
        newCount: 4,
        importedBy: 'cli',
        file: { name: 'good.csv', delimiter: ';' },
      });
    },
    PATIENCE_MS,
  );

  it(
    'score, explain, edition draft and publish: from figures to an edition',
    async () => {
      const scored = await json<{ id: string }>(['score', '-f', 'dti-922-province', '-p', '2023']);
      expect(assessmentSchema.parse(scored.data)).toEqual(scored.data);
      expect(scored.data).toMatchObject({ period: '2023', unitCount: 63, scoredCount: 2, createdBy: 'cli' });
      const { id } = scored.data;

      const explained = await json(['explain', id, 'hue']);
      expect(explanationSchema.parse(explained.data)).toEqual(explained.data);

      const titles = ['--title-vi', 'Chỉ số năm 2023', '--title-en', 'Index 2023'];
      const draft = await json(['edition', 'draft', 'dti-2023', ...titles, '--assessment', id]);
      expect(editionSchema.parse(draft.data)).toEqual(draft.data);
      const published = await json<{ status: string }>(['edition', 'publish', 'dti-2023', '--yes']);
      expect([published.status, published.data.status]).toEqual([0, 'published']);
    },
    PATIENCE_MS,
  );

  it(
    'report: a PDF where it is asked for',
    async () => {
      const { status, data } = await json<{ path: string; bytes: number }>([
        ...['report', 'dti-2021', '-d', '2026-12-01', '-o', 'report.pdf'],
      ]);
      expect([status, data.path]).toEqual([0, join(folder(), 'report.pdf')]);
      const pdf = readFileSync(data.path);
      expect([pdf.subarray(0, 5).toString(), pdf.length]).toEqual(['%PDF-', data.bytes]);
    },
    PATIENCE_MS,
  );

  it(
    'seed: says that there is nothing to do',
    async () => {
      expect((await json(['seed'])).data).toEqual({ loaded: false });
    },
    PATIENCE_MS,
  );
});

describe('data that are wrong end with 1', () => {
  it(
    'import: every fault is printed, and nothing else',
    async () => {
      const words = ['import', 'bad.csv', '-f', 'dti-922-province', '-p', '2023'];
      const { status, data } = await json<{ faults: { line: number; code: string; expected: string }[] }>(
        words,
        npmRun,
      );
      expect(status).toBe(1);
      expect(importReportSchema.parse(data)).toEqual(data);
      expect(data.faults.map(({ line, code, expected }) => [line, code, expected])).toEqual([
        [2, 'VALUE_OUT_OF_BOUNDS', '0 – 1'],
        [3, 'UNIT_UNKNOWN', 'Hà Nội'],
      ]);
    },
    PATIENCE_MS,
  );
});

describe('a call that is wrong ends with 2', () => {
  it(
    'a file that is not there',
    async () => {
      const { status, data } = await json<{ code: string }>([
        ...['import', 'gone.csv', '-f', 'dti-922-province', '-p', '2023'],
      ]);
      expect([status, data.code]).toEqual([2, 'FILE_UNREADABLE']);
    },
    PATIENCE_MS,
  );

  it(
    'a database that does not answer is one line, without its password',
    async () => {
      const { status, stdout, stderr } = await runCommand(
        ['units'],
        'postgres://me:secret@127.0.0.1:1/x',
        folder(),
      );
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr.trimEnd().split('\n')).toEqual([
        'DATABASE_UNREACHABLE: The database at 127.0.0.1:1/x does not answer: connect ECONNREFUSED 127.0.0.1:1',
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'a database that lacks the tables is one line that says what to do',
    async () => {
      const empty = await freshDatabase('empty');
      const { status, stdout, stderr } = await runInProcess(['rank'], empty.url);
      await empty.drop();
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr.trimEnd()).toBe(
        'MIGRATIONS_PENDING: The database lacks migrations: run `npm run migrate`.',
      );
    },
    PATIENCE_MS,
  );
});
