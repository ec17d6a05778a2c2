import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type {
  AssessmentDto,
  Explanation,
  UnitResultDto,
} from '../../api/src/features/assessments/assessment.dto.ts';
import { AssessmentsService } from '../../api/src/features/assessments/assessments.service.ts';
import { FrameworkEditsService } from '../../api/src/features/frameworks/framework-edits.service.ts';
import { ObservationsService } from '../../api/src/features/observations/observations.service.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

/*
 * A framework of any kind: a ratio with a denominator, growth from the year before, a value carried from two
 * years back, goalposts, a scale of the data, weights and a geometric mean. Worked out by hand below.
 */
const element = (code: string) => ({
  code,
  name: { vi: code, en: code },
  value_type: 'count',
  minimum: 0,
  decimals: 0,
  unit: { vi: 'cái', en: 'things' },
  levels: ['province'],
  description: { vi: code, en: code },
});
const node = (code: string, own: object) => ({
  code,
  kind: 'indicator',
  name: { vi: code, en: code },
  weight: 1,
  ...own,
});
const FRAMEWORK = {
  code: 'any-kind',
  index: 'data',
  level: 'province',
  name: { vi: 'Bất kỳ', en: 'Any' },
  version: '1',
  legal_basis: ['decision-142-2024#VI.7.a'],
  periods: { from: '2020' },
  status: 'draft',
  source: ['decision-142-2024'],
  confidence: 'medium',
  data_elements: ['any.met', 'any.asked', 'any.sets', 'any.days'].map(element),
  method: {
    weights: 'given',
    aggregation: 'arithmetic',
    missing: 'no_value',
    not_applicable: 'reweight',
    rank: { method: 'competition', decimals: 3 },
    bands: [
      { code: 'high', from: 0.6, name: { vi: 'Cao', en: 'High' } },
      { code: 'low', from: 0 },
    ],
  },
  tree: {
    code: 'any',
    kind: 'index',
    name: { vi: 'Gốc', en: 'Root' },
    children: [
      node('any.requests', {
        weight: 2,
        formula: {
          kind: 'ratio',
          numerator: 'any.met',
          denominator: 'any.asked',
          zero_denominator: 'undetermined',
          nothing_to_count: 'not_applicable',
          exceeding: 'undetermined',
        },
      }),
      node('any.growth', {
        formula: { kind: 'growth', element: 'any.sets', zero_before: 'missing' },
        normalise: { method: 'min_max', constant: 'undetermined' },
      }),
      node('any.delay', {
        element: 'any.days',
        direction: 'lower_is_better',
        impute: { method: 'last_value', periods: 2 },
        normalise: { method: 'goalposts', from: 0, up_to: 100, clamp: 'clamp' },
      }),
    ],
  },
};

let served: ServedApplication;
let made: AssessmentDto;
const UNITS = ['ha-noi', 'da-nang', 'hue'];

beforeAll(async () => {
  served = await serveApplication();
  await served.get(FrameworkEditsService).load(FRAMEWORK, { author: 'spec', reason: null, writtenBy: 'cli' });
  const figure = (unitId: string, period: string, dataElement: string, value: number) => ({
    unitId,
    period,
    dataElement,
    value,
    status: 'A' as const,
    sourceIds: ['decision-142-2024'],
    writtenBy: 'spec',
  });
  const rows = [
    ...[
      [50, 100, 10],
      [80, 100, 20],
      [0, 0, 30],
    ].flatMap(([met = 0, asked = 0, sets = 0], at) => [
      figure(UNITS[at] ?? '', '2024', 'any.met', met),
      figure(UNITS[at] ?? '', '2024', 'any.asked', asked),
      figure(UNITS[at] ?? '', '2024', 'any.sets', sets),
      figure(UNITS[at] ?? '', '2023', 'any.sets', 10),
    ]),
    figure('ha-noi', '2024', 'any.days', 20),
    figure('da-nang', '2022', 'any.days', 40),
    figure('hue', '2024', 'any.days', 120),
  ];
  await served
    .get(DataSource)
    .transaction((manager) => served.get(ObservationsService).append(rows, manager));
  made = await served.get(AssessmentsService).run({ framework: 'any-kind', period: '2024' }, 'spec');
}, 90_000);
afterAll(() => served?.close());

const explained = async (unit: string) =>
  (await served.ask(`/assessments/${made.id}/results/${unit}`)).json<Explanation>();
const result = async (unit: string): Promise<UnitResultDto> => (await explained(unit)).result;
const values = async (unit: string) => (await result(unit)).nodes.map(({ code, value }) => [code, value]);

describe('a framework of any kind', () => {
  it('is scored with the formulas, weights and scales that it states', async () => {
    // Requests 0.5, growth 0 % of 0 to 200 %, delay 20 of 100 days: (2 × 0.5 + 0 + 0.8) / 4.
    expect(await values('ha-noi')).toEqual([
      ['any', expect.closeTo(0.45, 12)],
      ['any.requests', 0.5],
      ['any.growth', 0],
      ['any.delay', 0.8],
    ]);
  });

  it('carries a value from two years back, and says that it did', async () => {
    const { nodes } = await result('da-nang');
    const delay = nodes.find(({ code }) => code === 'any.delay');
    expect(delay).toMatchObject({ value: 0.6, reasons: ['IMPUTED'] });
    expect(delay?.observationIds).toHaveLength(1);
  });

  it('leaves the weight of what does not apply to the others', async () => {
    // No request was made: growth 1 and delay 0 (120 of 100 days is held at the end) are all there is.
    const { nodes, total } = await result('hue');
    expect(nodes.map(({ state }) => state)).toEqual(['scored', 'not_applicable', 'scored', 'scored']);
    expect(nodes.map(({ weightEffective }) => weightEffective)).toEqual([1, 0, 0.5, 0.5]);
    expect(total).toBe(0.5);
  });

  it('ranks everybody of the level, and those without a score with nobody', async () => {
    const ranks = await Promise.all(
      UNITS.map(async (unit) => [unit, (await result(unit)).rank, (await result(unit)).band]),
    );
    // Đà Nẵng: (2 × 0.8 + 0.5 + 0.6) / 4 = 0.675.
    expect(ranks).toEqual([
      ['ha-noi', 3, 'low'],
      ['da-nang', 1, 'high'],
      ['hue', 2, 'low'],
    ]);
    expect([made.unitCount, made.scoredCount]).toEqual([63, 3]);
    expect(await result('can-tho')).toMatchObject({
      groupCode: 'province',
      rank: null,
      state: 'not_collected',
    });
  });

  it('keeps exactly the figures that went in, those of earlier years too', async () => {
    const { figures } = await explained('da-nang');
    expect(figures.map(({ dataElement, period, value }) => [dataElement, period, value]).sort()).toEqual([
      ['any.asked', '2024', 100],
      ['any.days', '2022', 40],
      ['any.met', '2024', 80],
      ['any.sets', '2023', 10],
      ['any.sets', '2024', 20],
    ]);
  });

  it('is explained from all of them: the steps end where the stored result is', async () => {
    for (const unit of UNITS) {
      const { trace, result: stored, contributions } = await explained(unit);
      expect(trace.find(({ stage }) => stage === 'aggregate')?.after).toBeCloseTo(
        stored.computedTotal ?? -1,
        12,
      );
      expect(trace.at(-1)).toMatchObject({ stage: 'rank', after: stored.rank });
      const sum = contributions
        .filter(({ node: code }) => code !== 'any')
        .reduce((all, { toWhole }) => all + (toWhole.value ?? 0), 0);
      expect(sum).toBeCloseTo(stored.computedTotal ?? -1, 12);
    }
  });

  it('is explained by those figures even when they were corrected since', async () => {
    const before = await explained('ha-noi');
    const correction = {
      unitId: 'ha-noi',
      period: '2024',
      dataElement: 'any.met',
      value: 99,
      status: 'A' as const,
    };
    await served
      .get(DataSource)
      .transaction((manager) =>
        served
          .get(ObservationsService)
          .append([{ ...correction, sourceIds: [], writtenBy: 'spec' }], manager),
      );
    expect(await explained('ha-noi')).toEqual(before);
    const again = await served.get(AssessmentsService).run({ framework: 'any-kind', period: '2024' }, 'spec');
    expect(again.inputHash).not.toBe(made.inputHash);
  });

  it('has another input when a figure of an earlier year changes', async () => {
    const run = () => served.get(AssessmentsService).run({ framework: 'any-kind', period: '2024' }, 'spec');
    const before = await run();
    const earlier = {
      unitId: 'hue',
      period: '2023',
      dataElement: 'any.sets',
      value: 15,
      status: 'A' as const,
    };
    await served
      .get(DataSource)
      .transaction((manager) =>
        served.get(ObservationsService).append([{ ...earlier, sourceIds: [], writtenBy: 'spec' }], manager),
      );
    expect((await run()).inputHash).not.toBe(before.inputHash);
  });

  it('cannot be edited any more: it was scored by', async () => {
    const edited = { ...FRAMEWORK, method: { ...FRAMEWORK.method, missing: 'zero' } };
    const decision = { author: 'spec', reason: null, writtenBy: 'cli' };
    await expect(served.get(FrameworkEditsService).load(edited, decision)).rejects.toMatchObject({
      code: 'FRAMEWORK_VERSION_IN_USE',
    });
  });

  it('has no figure in another data set', async () => {
    const request = { framework: 'any-kind', period: '2024', dataSet: 'nothing' };
    await expect(served.get(AssessmentsService).run(request, 'spec')).rejects.toMatchObject({
      code: 'NOTHING_TO_SCORE',
    });
  });
});
