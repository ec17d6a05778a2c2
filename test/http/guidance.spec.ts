import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  guidanceFrameworkSchema,
  maturitySchema,
  type GuidanceFrameworkDto,
  type MaturityDto,
} from '../../api/src/features/guidance/guidance.dto.ts';
import { outcomeOf } from '../support/refused-statements.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 60_000);
afterAll(() => served?.close());

const FRAMEWORK = '/guidance/frameworks/2024';
const post = (body: object) => served.ask(`${FRAMEWORK}/maturity`, { method: 'POST', body });

describe('the framework of 2024 over HTTP', () => {
  it('has its groups, activities and levels in the order of the source', async () => {
    const answer = await served.ask(FRAMEWORK);
    const framework = answer.json<GuidanceFrameworkDto>();
    expect(framework).toEqual(guidanceFrameworkSchema.parse(framework));
    expect(framework.groups.map(({ code, activities }) => [code, activities.length])).toEqual([
      ['I', 6],
      ['II', 6],
      ['III', 8],
      ['IV', 8],
      ['V', 6],
      ['VI', 4],
      ['VII', 1],
      ['VIII', 2],
    ]);
    expect(framework.levels.map(({ nameVi, criteria }) => [nameVi, criteria.length])).toEqual([
      ['Chưa nhận thức', 3],
      ['Phân mảnh', 4],
      ['Chuẩn hóa', 4],
      ['Quản lý', 4],
      ['Tối ưu', 4],
    ]);
  });

  it('marks which bases have lapsed: open data has, the inventory has not', async () => {
    const { groups } = (await served.ask(FRAMEWORK)).json<GuidanceFrameworkDto>();
    const lapsed = (code: string) =>
      groups
        .flatMap(({ activities }) => activities)
        .find((activity) => activity.code === code)
        ?.bases.map((basis) => basis.lapsed);
    expect([lapsed('V.1'), lapsed('V.4'), lapsed('III.1'), lapsed('III.6'), lapsed('I.4')]).toEqual([
      [true],
      [true],
      [false],
      [false],
      [],
    ]);
  });

  it('is not found under another code', async () => {
    const answer = await served.ask('/guidance/frameworks/2030');
    expect([answer.status, answer.json()['code']]).toEqual([404, 'GUIDANCE_FRAMEWORK_NOT_FOUND']);
  });
});

describe('how a unit sees its maturity', () => {
  const answers = [
    { criterion: '3.1', met: true, evidence: 'Kho dữ liệu dùng chung' },
    { criterion: '4.1', met: false },
  ];

  it('is unanswered at first, then criteria met by level, never a level', async () => {
    const before = (await served.ask(`${FRAMEWORK}/maturity?unit=ha-noi`)).json<MaturityDto>();
    expect(before).toEqual(maturitySchema.parse(before));
    expect(before.items.every(({ met }) => met === null)).toBe(true);
    const answer = await post({ unit: 'ha-noi', assessedOn: '2026-03-01', answers });
    expect(answer.status).toBe(201);
    const after = answer.json<MaturityDto>();
    expect(after.levels[2]).toEqual({ level: 3, criteria: 4, met: 1, notMet: 0, unanswered: 3 });
    expect(after.levels[3]).toEqual({ level: 4, criteria: 4, met: 0, notMet: 1, unanswered: 3 });
    expect(after.items.find(({ criterion }) => criterion === '3.1')).toMatchObject({
      met: true,
      evidence: 'Kho dữ liệu dùng chung',
      assessedOn: '2026-03-01',
    });
  });

  it('keeps earlier answers, and the database refuses to change them', async () => {
    await post({ unit: 'ha-noi', assessedOn: '2026-04-01', answers: [{ criterion: '3.1', met: false }] });
    const { items } = (await served.ask(`${FRAMEWORK}/maturity?unit=ha-noi`)).json<MaturityDto>();
    expect(items.find(({ criterion }) => criterion === '3.1')).toMatchObject({ met: false, answers: 2 });
    expect(await outcomeOf(served.database, 'UPDATE maturity_self_assessment SET met = true')).toBe('23000');
    expect(await outcomeOf(served.database, 'DELETE FROM maturity_self_assessment')).toBe('23000');
  });

  it.each([
    ['a unit that is none', { unit: 'atlantis' }, 404, 'UNIT_NOT_FOUND'],
    ['a data set that is none', { dataSet: 'nowhere' }, 404, 'DATA_SET_NOT_FOUND'],
    ['a day to come', { assessedOn: '2099-01-01' }, 422, 'DAY_AHEAD'],
    [
      'a criterion that is none',
      { answers: [...answers, { criterion: '9.9', met: true }] },
      422,
      'CRITERION_UNKNOWN',
    ],
    ['a criterion twice', { answers: [...answers, ...answers] }, 422, 'CRITERION_UNKNOWN'],
    ['no answer', { answers: [] }, 400, 'REQUEST_INVALID'],
    ['a word for yes', { answers: [{ criterion: '3.1', met: 'yes' }] }, 400, 'REQUEST_INVALID'],
  ])('is refused with %s, and nothing is stored', async (_what, change, status, code) => {
    const answer = await post({ unit: 'da-nang', assessedOn: '2026-03-01', answers, ...change });
    expect([answer.status, answer.json()['code']]).toEqual([status, code]);
    const { items } = (await served.ask(`${FRAMEWORK}/maturity?unit=da-nang`)).json<MaturityDto>();
    expect(items.filter(({ met }) => met !== null)).toEqual([]);
  });
});
