import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AssessmentDto } from '../../api/src/features/assessments/assessment.dto.ts';
import { AssessmentsService } from '../../api/src/features/assessments/assessments.service.ts';
import { ImportsService } from '../../api/src/features/imports/imports.service.ts';
import { ENGINE_VERSION } from '@dti-monitor/scoring';
import { rowCounts } from '../support/refused-statements.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
beforeEach(async () => {
  served = await serveApplication();
}, 60_000);
afterEach(() => served?.close());

const PROVINCES_2022 = { framework: 'dti-922-province', period: '2022' };

function run(
  request: { framework: string; period: string; rosterDate?: string } = PROVINCES_2022,
): Promise<AssessmentDto> {
  return served.get(AssessmentsService).run(request, 'spec');
}

function importRows(framework: string, period: string, rows: string): Promise<unknown> {
  const query = { framework, period, fileName: 'spec.csv' };
  return served.get(ImportsService).importFile(Buffer.from(rows), query, 'spec');
}

async function resultOf(id: string, unit: string): Promise<unknown> {
  return (await served.ask(`/assessments/${id}/results/${unit}`)).json();
}

describe('an assessment', () => {
  it('of the same input is the one that exists: same id, nothing written', async () => {
    const before = await rowCounts(served.database);
    const [first, second] = [await run(), await run({ ...PROVINCES_2022, rosterDate: '2022-12-31' })];
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      createdBy: 'reference-data',
      unitCount: 63,
      scoredCount: 63,
      engineVersion: ENGINE_VERSION,
    });
    expect(await rowCounts(served.database)).toEqual(before);
  });

  it('made twice at the same moment is made once', async () => {
    await importRows('dti-922-province', '2023', 'unit,dti.total,source\nHuế,0.7,press\n');
    const made = await Promise.all(
      Array.from({ length: 12 }, () => run({ framework: 'dti-922-province', period: '2023' })),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it('after a figure has changed is a new one, and the old one stays as it was', async () => {
    const old = await run();
    const before = await resultOf(old.id, 'hue');
    await importRows('dti-922-province', '2022', 'unit,dti.total,source\nHuế,0.6999,press\n');
    const fresh = await run();
    expect(fresh.id).not.toBe(old.id);
    expect(fresh.inputHash).not.toBe(old.inputHash);
    expect(await resultOf(old.id, 'hue')).toEqual(before);
    expect(await resultOf(fresh.id, 'hue')).toMatchObject({
      result: { total: 0.6999, publishedTotal: 0.6999 },
    });
    // The edition stays with the assessment that it was made of.
    const ranking = (await served.ask('/rankings?edition=dti-2022')).json();
    expect(ranking['assessmentId']).toBe(old.id);
  });

  it('with the figure as it was again is the first one again', async () => {
    const old = await run();
    const figure = (value: string) =>
      `unit,dti.total,source,confidence\nHuế,${value},dti-gov-vn-2022 pmnm-haui-dnk-2025,high\n`;
    await importRows('dti-922-province', '2022', figure('0.7'));
    expect((await run()).id).not.toBe(old.id);
    await importRows('dti-922-province', '2022', figure('0.6975'));
    expect((await run()).id).toBe(old.id);
  });

  it('does not change with figures of other levels, which share data elements, or of other periods', async () => {
    const hashes = async () => [
      (await run()).inputHash,
      (await run({ framework: 'dti-922-nation', period: '2022' })).inputHash,
    ];
    const before = await hashes();
    const ministries = 'unit,group,dti.total,source\nBộ Tài chính,with_public_service,0.9,press\n';
    await importRows('dti-922-ministry', '2022', ministries);
    await importRows('dti-922-province', '2023', 'unit,dti.total,source\nHuế,0.7,press\n');
    expect(await hashes()).toEqual(before);
  });

  it('has the same input hash on another database', async () => {
    const other = await serveApplication('migrated');
    try {
      const { loadReferenceData } = await import('@dti-monitor/api/launch');
      // Ids of rows differ there: something else was written first.
      await other.database.query(
        `INSERT INTO organisation_unit (id, level, confidence) VALUES ('x', 'province', 'low')`,
      );
      await other.database.query(`SELECT setval(pg_get_serial_sequence('observation', 'id'), 5000)`);
      await loadReferenceData(other.databaseUrl);
      const there = await other.get(AssessmentsService).list({ page: 1, size: 100 });
      const here = await served.get(AssessmentsService).list({ page: 1, size: 100 });
      expect(there.items.map(({ inputHash }) => inputHash)).toEqual(
        here.items.map(({ inputHash }) => inputHash),
      );
      expect(here.items).toHaveLength(5);
    } finally {
      await other.close();
    }
  }, 60_000);

  it('by the roster of another day is another one, of the units of that day', async () => {
    await importRows(
      'dti-922-province',
      '2023',
      'unit,dti.total,source\nHuế,0.7,press\nHà Giang,0.5,press\n',
    );
    const request = { framework: 'dti-922-province', period: '2023' };
    const old = await run(request);
    const fresh = await run({ ...request, rosterDate: '2025-07-01' });
    expect([old.unitCount, old.scoredCount]).toEqual([63, 2]);
    expect([fresh.unitCount, fresh.scoredCount]).toEqual([34, 1]);
  });
});

describe('what cannot be scored', () => {
  it('a figure beyond its maximum, that some other program wrote: the engine says which, nothing is kept', async () => {
    await served.database.query(
      `INSERT INTO observation (unit_id, data_element, period, value, status, source_ids, written_by)
       VALUES ('hue', 'dti.awareness', '2022', 1.25, 'A', '{press}', 'other')`,
    );
    const before = await rowCounts(served.database);
    await expect(run()).rejects.toMatchObject({
      status: 422,
      code: 'SCORING_REFUSED',
      errors: [
        {
          code: 'VALUE_OUT_OF_BOUNDS',
          path: expect.stringMatching(/^dataset\.cells\[\d+\]$/),
          message: expect.stringContaining('"node":"dti.awareness"'),
        },
      ],
    });
    expect(await rowCounts(served.database)).toEqual(before);
  });

  it.each([
    [
      'a framework that is not there',
      { framework: 'dti-405-province', period: '2024' },
      'FRAMEWORK_VERSION_NOT_FOUND',
    ],
    [
      'a period before the framework',
      { framework: 'dti-922-province', period: '2020' },
      'PERIOD_OUTSIDE_FRAMEWORK',
    ],
    [
      'a period after the framework',
      { framework: 'dti-1726-province', period: '2022' },
      'PERIOD_OUTSIDE_FRAMEWORK',
    ],
    ['a period without figures', { framework: 'dti-922-province', period: '2023' }, 'NOTHING_TO_SCORE'],
    ['a level without figures', { framework: 'dti-922-ministry', period: '2022' }, 'NOTHING_TO_SCORE'],
    ['a day before there is a roster', { ...PROVINCES_2022, rosterDate: '1900-01-01' }, 'NOTHING_TO_SCORE'],
  ])('%s', async (_what, request, code) => {
    const before = await rowCounts(served.database);
    await expect(run(request)).rejects.toMatchObject({ code });
    expect(await rowCounts(served.database)).toEqual(before);
  });
});
