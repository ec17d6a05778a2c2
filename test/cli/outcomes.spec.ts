import { beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from '@dti-monitor/api/launch';
import { printed } from '../support/printed.ts';
import { useTypedCommands } from '../support/typed-commands.ts';

/** How every command ends that goes wrong. */
const { run, file } = useTypedCommands();
beforeAll(() => {
  file('good.csv', 'unit,dti.total,source\nHuế,0.71,press\n');
  file('empty.csv', '');
});

const IMPORT = ['import', 'good.csv', '-f', 'dti-922-province', '-p'];

describe('data that are wrong end with 1, a call that is wrong with 2', () => {
  const cases: readonly (readonly [string, readonly string[], number, string])[] = [
    ['a period without figures', ['score', '-f', 'dti-922-ministry', '-p', '2023'], 1, 'NOTHING_TO_SCORE'],
    ['a period outside the framework', [...IMPORT, '2024'], 1, 'PERIOD_OUTSIDE_FRAMEWORK'],
    [
      'a score for such a period',
      ['score', '-f', 'dti-1726-province', '-p', '2022'],
      1,
      'PERIOD_OUTSIDE_FRAMEWORK',
    ],
    [
      'an edition published already',
      ['edition', 'publish', 'dti-2022', '--yes'],
      1,
      'EDITION_ALREADY_PUBLISHED',
    ],
    ['a folder for a file', ['import', '.', '-f', 'dti-922-province', '-p', '2023'], 2, 'FILE_UNREADABLE'],
    ['no year', [...IMPORT, '23'], 2, 'PERIOD_INVALID'],
    ['no year to score', ['score', '-f', 'dti-922-province', '-p', 'last'], 2, 'REQUEST_INVALID'],
    [
      'a framework that is not there',
      ['score', '-f', 'dti-405-province', '-p', '2024'],
      2,
      'FRAMEWORK_VERSION_NOT_FOUND',
    ],
    ['an edition that is not there', ['rank', '-e', 'dti-1999'], 2, 'EDITION_NOT_FOUND'],
    ['a group that is not there', ['rank', '-g', 'nobody'], 2, 'GROUP_NOT_FOUND'],
    ['a region that is not there', ['rank', '-r', 'nowhere'], 2, 'REGION_NOT_FOUND'],
    ['an assessment that is not there', ['explain', '99', 'hue'], 2, 'ASSESSMENT_NOT_FOUND'],
    ['a unit without a result', ['explain', '1', 'viet-nam'], 2, 'RESULT_NOT_FOUND'],
    ['no day', ['units', '--on', '2023-02-29'], 2, 'REQUEST_INVALID'],
    ['no level', ['units', '--level', 'village'], 2, 'REQUEST_INVALID'],
    ['the year 0', ['report', 'dti-2022', '-d', '0000-01-01'], 2, 'DATE_INVALID'],
    ['no revision', ['report', 'dti-2022', '-r', '1.5'], 2, 'REVISION_INVALID'],
    ['an edition that is not there to print', ['report', 'dti-1999'], 2, 'EDITION_NOT_FOUND'],
    ['no place to write to', ['report', 'dti-2021', '-o', 'no/such/folder.pdf'], 2, 'FILE_NOT_WRITTEN'],
    [
      'a draft with a code that is none',
      ['edition', 'draft', 'Năm 2023', '--title-vi', 'abc', '--title-en', 'abc', '-a', '1'],
      2,
      'REQUEST_INVALID',
    ],
    [
      'a draft of nothing',
      ['edition', 'draft', 'x1', '--title-vi', 'abc', '--title-en', 'abc', '-a', '99'],
      2,
      'ASSESSMENT_NOT_FOUND',
    ],
    ['an option missing', ['score', '-p', '2023'], 2, 'CALL_INVALID'],
    ['an option that does not exist', ['rank', '--best'], 2, 'CALL_INVALID'],
    ['a command that does not exist', ['publish'], 2, 'CALL_INVALID'],
  ];

  it.each(cases)(
    '%s',
    async (_what, words, status, code) => {
      const { status: ended, stdout, stderr } = await run(...words, '--json');
      expect([ended, (JSON.parse(stdout) as { code: string }).code]).toEqual([status, code]);
      // People are told as well, in words, on standard error.
      expect(stderr.length).toBeGreaterThan(10);
    },
    30_000,
  );

  it('without --json nothing is on standard output but results', async () => {
    const { status, stdout, stderr } = await run('rank', '-e', 'dti-1999');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe('EDITION_NOT_FOUND: Not found (No edition "dti-1999".)\n');
  });

  it('a file with faults is reported in full, and ends with 1', async () => {
    const { status, stdout } = await run('import', 'empty.csv', ...IMPORT.slice(2), '2023', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ state: 'refused', faults: [{ code: 'FILE_EMPTY' }] });
  });
});

describe('lists', () => {
  const list = async <T>(...words: readonly string[]): Promise<T[]> =>
    JSON.parse((await run(...words, '--json')).stdout) as T[];

  it('frameworks, editions and assessments: what there is', async () => {
    const codes = (await list<{ code: string }>('frameworks')).map(({ code }) => code).sort();
    expect(codes).toEqual([
      'data-2026-draft-ministry',
      'data-2026-draft-nation',
      'data-2026-draft-province',
      'dti-1726-ministry',
      'dti-1726-province',
      'dti-922-ministry',
      'dti-922-nation',
      'dti-922-province',
    ]);
    const editions = await list<{ code: string; status: string }>('editions');
    expect(editions.map(({ code, status }) => `${code} ${status}`)).toEqual([
      'dti-2022 published',
      'dti-2021 published',
      'dti-2020 published',
    ]);
    expect(await list('assessments')).toHaveLength(5);
  });

  it.each(['frameworks', 'editions', 'assessments', 'units'])(
    '%s: as a table, headings first',
    async (command) => {
      const [headings = '', rule = '', ...rows] = (await run(command)).stdout.trimEnd().split('\n');
      expect(rule.replaceAll(/[ -]/g, '')).toBe('');
      expect(headings.split(/ +/).length).toBeGreaterThan(3);
      expect(rows.length).toBeGreaterThan(2);
    },
  );
});

describe('as text', () => {
  const text = async (...words: readonly string[]): Promise<string> => (await run(...words)).stdout;

  it('units: as many as there are', async () => {
    const found = await text('units', '--on', '2025-07-01', '--level', 'province', '--query', 'da nang');
    expect(found).toContain('da-nang-2025');
    expect(found.endsWith('\n1 units\n')).toBe(true);
  });

  it('rank: of the latest edition when none is named, ties marked, recomputation beside it', async () => {
    const ranking = await text('rank');
    expect(ranking).toContain('Chỉ số chuyển đổi số (DTI) năm 2022');
    expect(ranking).toMatch(/^ +1 {2}Thành phố Đà Nẵng +0\.8002 +0\.8002$/m);
    expect(ranking).toMatch(/^ +2 {2}Thành phố Hồ Chí Minh +0\.7163 +0\.7164 +0\.0001$/m);
    expect(ranking.match(/^ +15= /gm)).toHaveLength(2);
    expect((await text('rank', '-r', 'southeast', '--csv')).trimEnd().split('\n')).toHaveLength(7);
    expect(await text('rank', '-e', 'dti-2020', '-g', 'province_63')).toContain('54 units without figures');
  });

  it('import, score, explain, edition: what was done, step by step', async () => {
    const file = ['import', 'good.csv', '-f', 'dti-922-province', '-p', '2023'];
    expect(await text(...file, '--dry-run')).toBe(
      'good.csv: 1 rows, previewed: 2 new, 0 changed, 0 unchanged, 1 units\n',
    );
    expect(await text(...file)).toContain('imported: 2 new');
    expect(await text(...file)).toContain('imported: 0 new, 0 changed, 2 unchanged');
    const scored = await text('score', '-f', 'dti-922-province', '-p', '2023');
    expect(scored).toMatch(
      /^assessment 6: dti-922-province, 2023, roster of 2023-12-31\n63 units, 1 with a total, as_published\n/,
    );
    const explained = await text('explain', '6', 'hue');
    expect(explained).toContain('Tỉnh Thừa Thiên Huế: total 0.7100 (published), rank –');
    expect(explained).toMatch(/^dti {2,}aggregate +arithmetic +– +– +state=not_collected missing=no_value$/m);
    const titles = ['--title-vi', 'Chỉ số năm 2023', '--title-en', 'Index 2023'];
    expect(await text('edition', 'draft', 'dti-2023', ...titles, '-a', '6')).toContain(
      'dti-2023, revision 1, draft',
    );
    expect(await text('edition', 'publish', 'dti-2023')).toContain('Not published: add --yes');
    expect(await text('edition', 'publish', 'dti-2023', '--yes')).toContain(
      'dti-2023, revision 1, published',
    );
    expect(await text('edition', 'draft', 'dti-2023', ...titles, '-a', '6')).toContain('revision 2, draft');
    // What would be published is the draft, while what shows is still the first revision.
    expect(await text('edition', 'publish', 'dti-2023')).toContain('revision 2, draft');
  });
});

describe('--help', () => {
  it.each([
    ...['', 'import', 'score', 'explain', 'rank', 'report', 'edition', 'edition draft', 'edition publish'],
    ...['units', 'frameworks', 'assessments', 'editions', 'seed'],
  ])('of "%s" needs no database', async (command) => {
    const words = command === '' ? [] : command.split(' ');
    const never = {
      databaseUrl: () => Promise.reject(new Error('the database was asked for')),
      embeddedDatabase: true,
    };
    const { result, stdout, stderr } = await printed(() => runCli([...words, '--help'], never));
    expect([result, stderr]).toEqual([0, '']);
    expect(stdout.startsWith(`Usage: npm run cli -- ${command}`)).toBe(true);
    expect(stdout).toContain('--help');
  });

  it('is what a call without a command gets, with the status of a wrong call', async () => {
    const { status, stdout, stderr } = await run();
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Commands:');
  });
});
