import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportReport, ImportSummary } from '../../api/src/features/imports/import.dto.ts';
import type { ObservationDto, SourceDto } from '../../api/src/features/observations/observation.dto.ts';
import type { Page } from '../../api/src/platform/http/page.ts';
import { publishedTable, sendFile, storedFigures } from '../support/import-files.ts';
import { rowCounts } from '../support/refused-statements.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
beforeEach(async () => {
  served = await serveApplication();
}, 60_000);
afterEach(() => served?.close());

const HEADER = 'unit,dti.total,dti.rank,source,confidence,note';

async function imported(rows: string, query?: Readonly<Record<string, string>>): Promise<ImportReport> {
  const answer = await sendFile(served, rows, query);
  if (answer.status !== 201) throw new Error(answer.text.slice(0, 1_000));
  return answer.json<ImportReport>();
}

async function observations(query: string): Promise<readonly ObservationDto[]> {
  return (await served.ask(`/observations?size=500&${query}`)).json<Page<ObservationDto>>().items;
}

/** The total of Huế in 2023 as it stands: value, status. */
async function hue(): Promise<unknown> {
  const [figure] = await observations('unit=hue&dataElement=dti.total&period=2023');
  return figure === undefined ? null : [figure.value, figure.status];
}

describe('an import', () => {
  it('stores every figure with period, source, status, who wrote it and from which import', async () => {
    const report = await imported(`${HEADER}\nHuế,"0,71",2,https://dti.gov.vn/2023,high,tạm tính\n`);
    expect(report).toMatchObject({
      state: 'imported',
      newCount: 3,
      changedCount: 0,
      importedBy: 'chief_assessor@bo-khoa-hoc-va-cong-nghe',
      unitCount: 1,
    });
    const [total] = await observations('unit=hue&dataElement=dti.total&period=2023');
    expect(total).toMatchObject({
      value: 0.71,
      status: 'A',
      confidence: 'high',
      note: 'tạm tính',
      writtenBy: 'chief_assessor@bo-khoa-hoc-va-cong-nghe',
      importId: report.id,
      current: true,
    });
    const sources = (await served.ask('/sources')).json<SourceDto[]>();
    expect(sources.find(({ id }) => id === total?.sourceIds[0])).toMatchObject({
      url: 'https://dti.gov.vn/2023',
      kind: 'unclassified',
    });
  });

  it('can be read back as it was reported, and is first in the list', async () => {
    const report = await imported(`${HEADER}\nHuế,0.71,2,press,,\n`);
    expect((await served.ask(`/imports/${report.id}`)).json()).toEqual(report);
    const [first] = (await served.ask('/imports')).json<Page<ImportSummary>>().items;
    expect(first).toMatchObject({
      id: report.id,
      fileName: 'table.csv',
      rows: 1,
      newCount: 3,
      sha256: report.file.sha256,
    });
  });

  it('of a correction keeps the figure that it replaces, in the history', async () => {
    await imported(`${HEADER}\nHuế,0.71,2,press,,\n`);
    const { changedCount, unchangedCount } = await imported(`${HEADER}\nHuế,0.72,2,press,,\n`);
    expect([changedCount, unchangedCount]).toEqual([1, 2]);
    const history = await observations('unit=hue&dataElement=dti.total&period=2023&history=true');
    expect(history.map(({ value, current }) => [value, current])).toEqual([
      [0.72, true],
      [0.71, false],
    ]);
    expect(await hue()).toEqual([0.72, 'A']);
  });

  it('that only previews writes nothing and says what would be written', async () => {
    const before = await rowCounts(served.database);
    const answer = await sendFile(
      served,
      `${HEADER}\nHuế,0.71,2,a new source,,\n`,
      undefined,
      '/imports/preview',
    );
    expect([answer.status, answer.json()]).toEqual([
      200,
      expect.objectContaining({ state: 'previewed', id: null, newCount: 3 }),
    ]);
    expect(await rowCounts(served.database)).toEqual(before);
  });

  it('takes a source for all rows that name none', async () => {
    const query = { framework: 'dti-922-province', period: '2023', source: 'hanoimoi-449294' };
    await imported('unit,dti.total\nHuế,0.71\n', query);
    expect((await observations('unit=hue&period=2023')).map(({ sourceIds }) => sourceIds)).toEqual([
      ['hanoimoi-449294'],
      ['hanoimoi-449294'],
    ]);
  });

  it('stores what looks like a formula as the text it is', async () => {
    await imported(`${HEADER}\nHuế,0.71,2,press,,"=cmd|' /C calc'!A0"\n`);
    expect((await observations('unit=hue&dataElement=dti.total&period=2023'))[0]?.note).toBe(
      "=cmd|' /C calc'!A0",
    );
  });
});

describe('a gap', () => {
  const table = (total: string): string => `${HEADER}\nHuế,${total},2,press,,\n`;

  it('in an empty cell never takes a figure away, nor what is known of it', async () => {
    await imported(`${HEADER}\nHuế,0.71,2,press,high,a note\n`);
    const before = await storedFigures(served, '2023');
    const report = await imported('unit,dti.total,dti.rank,dti.awareness,source\nHuế,,2,,press\n');
    // Only the index of which nothing was known is recorded: as not collected.
    expect(report.changes.map(({ dataElement, change, after }) => [dataElement, change, after])).toEqual([
      ['dti.awareness', 'new', 'L'],
    ]);
    const after = await storedFigures(served, '2023');
    expect(after.filter((line) => !line.includes('dti.awareness'))).toEqual(before);
  });

  it('where nothing was known is recorded as not collected, and gives way to a figure', async () => {
    await imported(table(''));
    expect(await hue()).toEqual([null, 'L']);
    await imported(table('0.71'));
    expect(await hue()).toEqual([0.71, 'A']);
    await imported(table(''));
    expect(await hue()).toEqual([0.71, 'A']);
  });

  it.each(['L', 'O', 'M'])(
    'that is written as %s takes the place of a figure, which stays in the history',
    async (code) => {
      await imported(table('0.71'));
      await imported(table(code));
      expect(await hue()).toEqual([null, code]);
      expect(await observations('unit=hue&dataElement=dti.total&period=2023&history=true')).toHaveLength(2);
    },
  );

  it('is never zero, and zero is never a gap', async () => {
    await imported(`${HEADER}\nHuế,0,,press,,\n`);
    expect(await hue()).toEqual([0, 'A']);
  });
});

describe('imports at the same moment', () => {
  it('each write the whole of their file; what is the same is written once', async () => {
    const answers = await Promise.all(Array.from({ length: 15 }, () => sendFile(served, publishedTable())));
    const reports = answers.map((answer) => answer.json<ImportReport>());
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const writers = reports.filter(({ newCount }) => newCount > 0);
    expect(writers).toHaveLength(1);
    expect(reports.filter(({ unchangedCount }) => unchangedCount === writers[0]?.newCount)).toHaveLength(14);
    const figures = await storedFigures(served, '2023');
    expect(figures).toHaveLength(writers[0]?.newCount ?? 0);
  }, 60_000);

  it('that differ leave every cell as one of them wrote it, row by row', async () => {
    const units = ['Huế', 'Hà Nội', 'Hà Giang', 'Cà Mau'];
    const file = (value: string) =>
      `${HEADER}\n${units.map((unit) => `${unit},${value},1,press,,\n`).join('')}`;
    const answers = await Promise.all(
      ['0.1', '0.2', '0.3', '0.4', '0.5'].map((value) => sendFile(served, file(value))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
    const current = await observations('dataElement=dti.total&period=2023');
    expect(new Set(current.map(({ value, importId }) => `${value} ${importId}`)).size).toBe(1);
    expect(current).toHaveLength(4);
  });

  it('do not hold up reading', async () => {
    const imports = Array.from({ length: 12 }, () => sendFile(served, publishedTable()));
    const reads = await Promise.all(Array.from({ length: 20 }, () => served.ask('/units?level=province')));
    expect(new Set(reads.map(({ status }) => status))).toEqual(new Set([200]));
    await Promise.all(imports);
  }, 60_000);

  it('leave nothing behind when the last step of one fails', async () => {
    served.app.useLogger(false);
    // The database refuses the figure of one cell, after the import itself has been recorded.
    await served.database.query(
      `ALTER TABLE observation ADD CONSTRAINT spec_refusal CHECK (NOT (unit_id = 'ca-mau' AND period = '2023'))`,
    );
    const before = await rowCounts(served.database);
    const answer = await sendFile(
      served,
      `${HEADER}\nHuế,0.5,1,a source of its own,,\nCà Mau,0.5,1,press,,\n`,
    );
    expect([answer.status, answer.json()['code']]).toEqual([500, 'INTERNAL_ERROR']);
    expect(answer.text).not.toContain('spec_refusal');
    expect(await rowCounts(served.database)).toEqual(before);
  });
});

describe('the template', () => {
  it('lists the units and columns of its framework and period, and is itself without faults', async () => {
    const answer = await served.ask('/imports/template.csv?framework=dti-922-province&period=2023');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="dti-922-province-2023.csv"');
    const lines = answer.text.trimEnd().split('\n');
    expect(lines).toHaveLength(64);
    expect(lines[0]?.startsWith('\ufeffunit,group,dti.total,')).toBe(true);
    expect(lines[0]).toContain('dti.society-activity');
    const report = await imported(answer.text);
    expect(report).toMatchObject({ newCount: 0, unitCount: 0 });
  });

  it.each([
    ['dti-922-ministry', '2022', 'Bộ Thông tin và Truyền thông'],
    ['dti-922-nation', '2022', 'Việt Nam'],
    ['dti-1726-province', '2020', 'Thừa Thiên Huế'],
  ])('of %s, filled in for one unit alone, is imported', async (framework, period, unit) => {
    const { text } = await served.ask(`/imports/template.csv?framework=${framework}&period=${period}`);
    const [header = '', ...rows] = text.replace('\ufeff', '').trimEnd().split('\n');
    const columns = header.split(',');
    const filled = rows.map((row) => {
      const cells = row.split(',');
      if (cells[0] !== unit) return row;
      cells[columns.indexOf('dti.total')] = '0.5';
      cells[columns.indexOf('source')] = 'press';
      if (framework === 'dti-922-ministry') cells[columns.indexOf('group')] = 'with_public_service';
      return cells.join(',');
    });
    const report = await imported([header, ...filled].join('\n'), { framework, period });
    expect(report.unitCount).toBe(1);
    expect(report.changes.find(({ dataElement }) => dataElement === 'dti.total')?.after).toContain('0.5');
  });
});
