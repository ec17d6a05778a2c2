import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  TargetDetailDto,
  TargetPageDto,
  UnitFigurePageDto,
} from '../../api/src/features/targets/target.dto.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
  await served.database.query(
    `INSERT INTO data_set (code, kind, name_vi, name_en) VALUES ('trial', 'sample', 'Thử', 'Trial')`,
  );
  for (const [unit, element, period, value] of FIGURES) await report(unit, element, period, value);
}, 60_000);
afterAll(() => served?.close());

const THIRD = 'thanh-tra-chinh-phu';
const FIGURES = [
  // Requests met: 80 of 100 and 100 of 100; the third asked for nothing.
  ['bo-y-te', 'data.sharing.requests-met', '2025', 80],
  ['bo-y-te', 'data.sharing.requests', '2025', 100],
  ['bo-cong-an', 'data.sharing.requests-met', '2025', 100],
  ['bo-cong-an', 'data.sharing.requests', '2025', 100],
  [THIRD, 'data.sharing.requests-met', '2025', 0],
  [THIRD, 'data.sharing.requests', '2025', 0],
  ['viet-nam', 'target.data-exchanges.piloted', '2024', 1],
  ['viet-nam', 'target.data-exchanges.piloted', '2025', 6],
  ['viet-nam', 'target.heritage.digitised', '2025', 10],
  ['viet-nam', 'target.heritage.all', '2025', 100],
] as const;

async function report(unit: string, element: string, period: string, value: number): Promise<void> {
  await served.database.query(
    `INSERT INTO observation (unit_id, data_element, period, value, status, written_by, data_set)
     VALUES ($1, $2, $3, $4, 'A', 'spec', 'trial')`,
    [unit, element, period, value],
  );
}

const list = async (query = ''): Promise<TargetPageDto> =>
  (await served.ask(`/targets${query}`)).json<TargetPageDto>();
const one = async (code: string, query = ''): Promise<TargetDetailDto> =>
  (await served.ask(`/targets/${code}${query}`)).json<TargetDetailDto>();

describe('the targets of Decision 142', () => {
  it('are 20 with 32 measures, in the order of the document, without official figures', async () => {
    const { items, total, counts, dataSet, sample, ruleProposed } = await list();
    expect([total, dataSet, sample, ruleProposed]).toEqual([20, 'official', false, true]);
    expect(items.map(({ code }) => code)).toEqual([
      ...['III.1.a', 'III.1.b'],
      ...[...'abcdđe'].map((letter) => `III.2.${letter}`),
      ...[...'abcdđeghikl'].map((letter) => `III.3.${letter}`),
      'III.4',
    ]);
    expect(counts.map(({ kind, total: all, noData }) => [kind, all, noData])).toEqual([
      ['printed', 25, 25],
      ['carried', 5, 5],
      ['no_figure', 2, 2],
    ]);
  });

  it.each([
    ['group=III.3', 11],
    ['kind=no_figure', 2],
    ['kind=carried', 3],
    ['state=met', 0],
    ['owner=bo-thong-tin-va-truyen-thong', 3],
    // What the ministry of information and communications became.
    ['owner=bo-khoa-hoc-va-cong-nghe', 3],
    ['owner=hue', 0],
    ['programme=draft-2025', 13],
    ['programme=data-year-2023', 9],
  ])('asked for %s are %i', async (query, total) => expect((await list(`?${query}`)).total).toBe(total));

  it('come in pages', async () => {
    const { items, total, page, size } = await list('?page=4&size=6');
    expect([items.map(({ code }) => code), total, page, size]).toEqual([['III.3.l', 'III.4'], 20, 4, 6]);
  });

  it('rest on clauses that are in force', async () => {
    const { legalBases } = await one('III.2.a');
    expect(legalBases.map(({ reference, lapsed }) => [reference, lapsed])).toEqual([
      ['decision-142-2024#III.2.a', false],
      ['decision-142-2024#IV.3.a', false],
    ]);
  });

  it('have owners as they were called, with what they became', async () => {
    const { owners } = await one('III.3.a');
    expect(owners).toMatchObject([
      {
        unitId: 'bo-nong-nghiep-va-phat-trien-nong-thon',
        legalBasis: 'decision-142-2024#VIII.7.a',
        successors: [{ id: 'bo-nong-nghiep-va-moi-truong' }],
      },
    ]);
  });
});

describe('a code with đ', () => {
  const code = 'III.2.đ';
  it.each([
    ['NFC', encodeURIComponent(code)],
    ['NFD', encodeURIComponent(code.normalize('NFD'))],
    ['small hexadecimal', encodeURIComponent(code).toLowerCase().replace('iii', 'III')],
  ])('is found in %s', async (_form, written) => {
    expect((await one(written)).code).toBe(code);
  });

  it('is found as it is, over a real socket', async () => {
    const address = await served.listen();
    const answer = await fetch(`${address}/api/v1/targets/III.2.đ/units`);
    expect([answer.status, ((await answer.json()) as UnitFigurePageDto).programme]).toEqual([
      200,
      'strategy-2030',
    ]);
  });

  it('is not found as d', async () => expect((await one('III.2.d')).code).toBe('III.2.d'));
});

describe('the figures of a sample', () => {
  it('are summed over the units that reported, with the period and the units that are missing', async () => {
    const { items, period, periods, sample } = await list('?dataSet=trial&group=III.2');
    expect([period, periods, sample]).toEqual(['2025', ['2024', '2025'], true]);
    const { figure } = items.find(({ code }) => code === 'III.2.b')!.measures[0]!;
    expect(figure).toMatchObject({
      value: 90,
      numerator: 180,
      denominator: 200,
      reported: 2,
      notApplicable: 1,
    });
    // Two of the many that could have reported.
    expect(figure).toMatchObject({ state: 'no_data', reason: 'too_few_reported', distance: 10 });
  });

  it('are never seen among the official ones', async () => {
    const { items } = await list('?group=III.2&period=2025');
    expect(items.find(({ code }) => code === 'III.2.b')!.measures[0]!.figure.value).toBeNull();
  });

  it('are judged against their own target, on the way and beyond it', async () => {
    const { measures, history } = await one('III.3.l', '?dataSet=trial');
    expect(measures[0]).toMatchObject({
      target: 5,
      unit: 'count',
      figure: { value: 6, state: 'met', distance: 0 },
    });
    expect(history[0]?.figures.map(({ period, value, state }) => [period, value, state])).toEqual([
      ['2024', 1, 'on_course'],
      ['2025', 6, 'met'],
    ]);
    const heritage = (await one('III.3.c', '?dataSet=trial')).measures[0];
    expect(heritage).toMatchObject({ target: 90, figure: { value: 10, state: 'at_risk', distance: 80 } });
  });

  it('are given for each unit', async () => {
    const { items, total } = (
      await served.ask('/targets/III.2.b/units?dataSet=trial&level=ministry&size=500')
    ).json<UnitFigurePageDto>();
    expect(items).toHaveLength(total);
    const of = (id: string) => items.find(({ unitId }) => unitId === id);
    expect(of('bo-y-te')).toMatchObject({ value: 80, numerator: 80, denominator: 100, state: 'on_course' });
    expect(of(THIRD)).toMatchObject({ value: null, state: 'not_applicable' });
    expect(of('bo-noi-vu')).toMatchObject({ value: null, state: 'no_data' });
    const missing = await served.ask('/targets/III.2.b/units?dataSet=trial&state=on_course');
    expect(missing.json<UnitFigurePageDto>().items.map(({ unitId }) => unitId)).toEqual(['bo-y-te']);
  });
});

describe('the table', () => {
  it('has a row for each measure, with its gaps empty', async () => {
    const answer = await served.ask('/targets.csv?dataSet=trial');
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="targets-strategy-2030-2025-trial.csv"',
    );
    const rows = answer.text.replace('\ufeff', '').trimEnd().split('\n');
    expect(rows).toHaveLength(33);
    expect(rows.find((row) => row.startsWith('III.3.l,'))).toMatch(/,5,số lượng,2025,6,6,,1,0,1,0,Đạt,/);
    expect(rows.find((row) => row.startsWith('III.1.a,'))).toMatch(/,100,%,2025,,,,0,0,1,,Chưa có số liệu,/);
  });

  it('is a workbook too', async () => {
    const answer = await served.ask('/targets.xlsx?lang=en');
    expect([answer.status, answer.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });
});

describe('bad input is refused', () => {
  it.each([
    ['/targets/III.9.z', 404, 'TARGET_NOT_FOUND'],
    ['/targets/III.9.z/units', 404, 'TARGET_NOT_FOUND'],
    ['/targets/II.2.a.1', 404, 'TARGET_NOT_FOUND'],
    ['/targets?programme=none', 404, 'PROGRAMME_NOT_FOUND'],
    ['/targets?dataSet=none', 404, 'DATA_SET_NOT_FOUND'],
    ['/targets?dataSet=A%20B', 400, 'REQUEST_INVALID'],
    ['/targets?period=25', 400, 'REQUEST_INVALID'],
    ['/targets?period=2025-01', 400, 'REQUEST_INVALID'],
    ['/targets?state=good', 400, 'REQUEST_INVALID'],
    ['/targets?kind=all', 400, 'REQUEST_INVALID'],
    ['/targets.csv?lang=fr', 400, 'REQUEST_INVALID'],
    ['/targets/III.4/units?level=district', 400, 'REQUEST_INVALID'],
  ])('%s with %i %s', async (path, status, code) => {
    const answer = await served.ask(path);
    expect([answer.status, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });
});
