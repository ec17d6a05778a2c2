import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SettingDto } from '../../api/src/features/settings/setting.dto.ts';
import type { TargetPageDto } from '../../api/src/features/targets/target.dto.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 60_000);
afterAll(() => served?.close());

const RULE = 'measure_state_rule';
const get = async (code: string): Promise<SettingDto> =>
  (await served.ask(`/settings/${code}`)).json<SettingDto>();
const put = (code: string, body: object) => served.ask(`/settings/${code}`, { method: 'PUT', body });

describe('settings', () => {
  it('are proposals until somebody decides, each with why it is one', async () => {
    const settings = (await served.ask('/settings')).json<SettingDto[]>();
    expect(settings.map(({ code }) => code)).toEqual(expect.arrayContaining([RULE, 'target_tracking']));
    for (const { proposed, value, proposal, history, whyVi, whyEn } of settings) {
      expect([proposed, value, history]).toEqual([true, proposal, []]);
      expect([whyVi, whyEn].every((why) => why.length > 20)).toBe(true);
    }
  });

  it('are decided with a reason, and what was decided before stays on record', async () => {
    const { proposal } = await get(RULE);
    const first = { ...(proposal as object), baselineYear: 2022 };
    expect((await put(RULE, { value: first, reason: 'Số liệu gốc năm 2022' })).status).toBe(200);
    const second = { ...first, baselineValue: 5 };
    const decided = (await put(RULE, { value: second, reason: 'Có giá trị gốc' })).json<SettingDto>();
    expect(decided).toMatchObject({ proposed: false, value: second, proposal });
    expect(decided.history.map(({ reason, setBy }) => [reason, setBy])).toEqual([
      ['Có giá trị gốc', 'operator'],
      ['Số liệu gốc năm 2022', 'operator'],
    ]);
  });

  it('hold for what is judged by them', async () => {
    await put('target_tracking', {
      value: { 'III.4': 'Cục An toàn thông tin' },
      reason: 'Phân công năm 2024',
    });
    const { items, rule, ruleProposed } = (await served.ask('/targets')).json<TargetPageDto>();
    expect([rule.baselineYear, ruleProposed]).toEqual([2022, false]);
    const trackers = items.flatMap(({ code, trackingVi }) =>
      trackingVi === null ? [] : [[code, trackingVi]],
    );
    expect(trackers).toEqual([
      ['III.2.a', 'Cục Chuyển đổi số quốc gia, Bộ Thông tin và Truyền thông'],
      ['III.4', 'Cục An toàn thông tin'],
    ]);
  });
});

describe('bad input is refused and nothing is kept', () => {
  it.each([
    ['no_such_setting', { value: 1, reason: 'thử' }, 404, 'SETTING_NOT_FOUND'],
    [RULE, { value: 1, reason: 'thử' }, 422, 'SETTING_INVALID'],
    [RULE, { value: { baselineYear: 2023 }, reason: 'thử' }, 422, 'SETTING_INVALID'],
    [RULE, { value: {} }, 400, 'REQUEST_INVALID'],
    [RULE, { value: {}, reason: '  ' }, 400, 'REQUEST_INVALID'],
    [RULE, { reason: 'thử thôi' }, 400, 'REQUEST_INVALID'],
    ['target_tracking', { value: { 'III.4': '' }, reason: 'thử' }, 422, 'SETTING_INVALID'],
    ['__proto__', { value: {}, reason: 'thử' }, 404, 'SETTING_NOT_FOUND'],
  ])('%s with %j', async (setting, body, status, code) => {
    const count = async () =>
      (await served.database.query(`SELECT count(*) FROM operator_setting`)) as unknown;
    const before = await count();
    const answer = await put(setting, body);
    expect([answer.status, answer.json<{ code: string }>().code]).toEqual([status, code]);
    expect(await count()).toEqual(before);
  });

  it('names each part that does not fit', async () => {
    const { proposal } = await get(RULE);
    const answer = await put(RULE, {
      value: { ...(proposal as object), coverageFrom: 2, colour: 'red' },
      reason: 'thử',
    });
    const { errors } = answer.json<{ errors: { path: string }[] }>();
    expect(errors.map(({ path }) => path).sort()).toEqual(['value', 'value.coverageFrom']);
  });

  it('from whoever is not signed in', async () => {
    const answer = await served.askAs(null, `/settings/${RULE}`, {
      method: 'PUT',
      body: { value: {}, reason: 'thử' },
    });
    expect([answer.status, answer.json<{ code: string }>().code]).toEqual([401, 'SIGN_IN_NEEDED']);
  });
});
