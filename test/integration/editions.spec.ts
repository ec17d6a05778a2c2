import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AssessmentsService } from '../../api/src/features/assessments/assessments.service.ts';
import type { EditionDto, EditionSummary } from '../../api/src/features/editions/edition.dto.ts';
import { EditionsService } from '../../api/src/features/editions/editions.service.ts';
import { ImportsService } from '../../api/src/features/imports/imports.service.ts';
import type { RankingDto } from '../../api/src/features/rankings/ranking.dto.ts';
import type { Page } from '../../api/src/platform/http/page.ts';
import { today } from '../../api/src/platform/clock.ts';
import { outcomeOf, rowCounts } from '../support/refused-statements.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
let editions: EditionsService;
beforeEach(async () => {
  served = await serveApplication();
  editions = served.get(EditionsService);
}, 60_000);
afterEach(() => served?.close());

/** An assessment of 2022 in which Huế has another total. */
async function correctedAssessment(total: string): Promise<string> {
  const query = { framework: 'dti-922-province', period: '2022', fileName: 'correction.csv' };
  const file = Buffer.from(`unit,dti.total,source\nHuế,${total},press\n`);
  await served.get(ImportsService).importFile(file, query, 'spec');
  return (await served.get(AssessmentsService).run({ framework: query.framework, period: '2022' }, 'spec'))
    .id;
}

const TITLES = { titleVi: 'Chỉ số năm 2022, đính chính', titleEn: 'Index 2022, corrected' };

async function shown(query: string): Promise<RankingDto> {
  return (await served.ask(`/rankings?${query}`)).json<RankingDto>();
}

describe('an edition', () => {
  it('is a draft, then published, then frozen, on the day and by whom', async () => {
    const id = await correctedAssessment('0.7');
    const draft = await editions.draft({ code: 'dti-2022-spec', ...TITLES, assessmentIds: [id] }, 'spec');
    expect(draft).toMatchObject({
      status: 'draft',
      revision: 1,
      publishedOn: null,
      period: '2022',
      rosterDate: '2022-12-31',
    });
    expect(
      await outcomeOf(served.database, `UPDATE edition SET title_vi = 'x' WHERE code = 'dti-2022-spec'`),
    ).toBe('done');
    expect(
      await outcomeOf(served.database, `DELETE FROM edition_assessment WHERE edition_code = 'dti-2022-spec'`),
    ).toBe('done');

    const published = await editions.publish('dti-2022-spec', 'spec');
    expect(published).toMatchObject({ status: 'published', publishedOn: today() });
    expect(
      await outcomeOf(served.database, `UPDATE edition SET title_vi = 'x' WHERE code = 'dti-2022-spec'`),
    ).toBe('23000');
    expect(
      await outcomeOf(served.database, `DELETE FROM edition_assessment WHERE edition_code = 'dti-2022-spec'`),
    ).toBe('23000');
    const [row] = await served.database.query<Record<string, string>[]>(
      `SELECT created_by, published_by FROM edition WHERE code = 'dti-2022-spec'`,
    );
    expect(row).toEqual({ created_by: 'spec', published_by: 'spec' });
  });

  it('is corrected by a new revision, which shows once it is published and not before', async () => {
    const id = await correctedAssessment('0.8');
    const hue = (ranking: RankingDto) => ranking.rows.find(({ unitId }) => unitId === 'hue')?.total;
    await editions.draft({ code: 'dti-2022', ...TITLES, assessmentIds: [id] }, 'spec');

    expect(hue(await shown('edition=dti-2022'))).toBe(0.6975);
    expect(hue(await shown(''))).toBe(0.6975);
    expect(hue(await shown('edition=dti-2022&revision=2'))).toBe(0.8);
    const listed = (await served.ask('/editions'))
      .json<Page<EditionSummary>>()
      .items.find(({ code }) => code === 'dti-2022');
    expect(listed).toMatchObject({ revision: 1, status: 'published' });
    const history = (await served.ask('/units/hue/history')).json<{
      entries: { period: string; result: { total: number } }[];
    }>();
    expect(history.entries.find(({ period }) => period === '2022')?.result.total).toBe(0.6975);

    await editions.publish('dti-2022', 'spec');
    expect(hue(await shown('edition=dti-2022'))).toBe(0.8);
    expect(hue(await shown('edition=dti-2022&revision=1'))).toBe(0.6975);
    const edition = (await served.ask('/editions/dti-2022')).json<EditionDto>();
    expect(edition.revisions.map(({ revision, status }) => [revision, status])).toEqual([
      [2, 'published'],
      [1, 'published'],
    ]);
    expect(
      (await editions.list({ page: 1, size: 100 })).items.filter(({ code }) => code === 'dti-2022'),
    ).toHaveLength(1);
  });

  it('drafted twice at the same moment has two revisions', async () => {
    const [first] = (await editions.detail('dti-2022')).groups;
    const request = { code: 'dti-2022-twice', ...TITLES, assessmentIds: [first?.assessmentId ?? ''] };
    const made = await Promise.all(Array.from({ length: 12 }, () => editions.draft(request, 'spec')));
    expect(made.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
  });

  it.each([
    ['that is published already', () => editions.publish('dti-2022', 'spec'), 'EDITION_ALREADY_PUBLISHED'],
    ['that is not there', () => editions.publish('dti-1999', 'spec'), 'EDITION_NOT_FOUND'],
    ['in a revision that is not there', () => editions.detail('dti-2022', 9), 'EDITION_NOT_FOUND'],
    [
      'of an assessment that is not there',
      () => editions.draft({ code: 'x1', ...TITLES, assessmentIds: ['99'] }, 'spec'),
      'ASSESSMENT_NOT_FOUND',
    ],
    [
      'of assessments of two periods',
      async () => {
        const ids = (await served.get(AssessmentsService).list({ page: 1, size: 100 })).items.map(
          ({ id }) => id,
        );
        return editions.draft({ code: 'x1', ...TITLES, assessmentIds: ids.slice(0, 5) }, 'spec');
      },
      'EDITION_PERIODS_DIFFER',
    ],
  ])('%s is refused', async (_what, work, code) => {
    const before = await rowCounts(served.database);
    await expect(work()).rejects.toMatchObject({ code });
    expect(await rowCounts(served.database)).toEqual(before);
  });
});

describe('loading the seeds again', () => {
  it('does nothing when they are loaded', async () => {
    const before = await rowCounts(served.database);
    const lines: string[] = [];
    const { loadReferenceData } = await import('@dti-monitor/api/launch');
    await loadReferenceData(served.databaseUrl, (line) => lines.push(line));
    expect(lines).toEqual([]);
    expect(await rowCounts(served.database)).toEqual(before);
  });

  it('when their files have changed adds what is new and leaves what is the same', async () => {
    const before = await rowCounts(served.database);
    await served.database.query('DELETE FROM reference_load');
    const lines: string[] = [];
    const { loadReferenceData } = await import('@dti-monitor/api/launch');
    await loadReferenceData(served.databaseUrl, (line) => lines.push(line));
    expect(lines.filter((line) => line.startsWith('dti-'))).toEqual([
      'dti-2020: 0 new figures, edition unchanged',
      'dti-2021: 0 new figures, edition unchanged',
      'dti-2022: 0 new figures, edition unchanged',
    ]);
    // The files were read again, and each reading is on record.
    expect(await rowCounts(served.database)).toEqual({
      ...before,
      data_import: (before['data_import'] ?? 0) + 5,
    });
  }, 60_000);

  it('refuses to change a framework version that an assessment has used', async () => {
    await served.database.query(`DELETE FROM reference_load`);
    // The database refuses this too; what is tried here is a file that differs from what was used.
    await served.database.query(`ALTER TABLE framework_node DISABLE TRIGGER USER`);
    await served.database.query(`UPDATE framework_node SET points = 110 WHERE code = 'dti.awareness'`);
    await served.database.query(`ALTER TABLE framework_node ENABLE TRIGGER USER`);
    const { loadReferenceData } = await import('@dti-monitor/api/launch');
    await expect(loadReferenceData(served.databaseUrl)).rejects.toMatchObject({
      code: 'REFERENCE_DATA_REFUSED',
      message: expect.stringContaining('dti-922-province'),
    });
  });
});
