import { describe, expect, it } from '@jest/globals';
import type { Setting } from '../../api-client/models/setting.js';
import { wordingOf } from '../../../testing/wording.js';
import { draftOf, outcomeOf } from './setting-draft.js';
import { shapeOf, type SettingShape } from './setting-shape.js';
import { changesOf, saidValue, settingRow, settingsFinding } from './settings-view.js';

const vi = wordingOf('vi');
const yearly = shapeOf({
  anyOf: [
    {
      type: 'object',
      properties: {
        month: { type: 'integer', minimum: 1, maximum: 12 },
        day: { type: 'integer', minimum: 1, maximum: 31 },
        rule: { type: 'string', enum: ['before', 'by'] },
      },
    },
    { type: 'null' },
  ],
});
const day = shapeOf({ type: 'string', format: 'date' });
const share = shapeOf({
  type: 'object',
  properties: { onCourseFrom: { type: 'number', minimum: 0, maximum: 2 } },
});
const record = shapeOf({ type: 'object', propertyNames: { type: 'string' }, additionalProperties: {} });

describe('the form of a setting', () => {
  it('has a field for each part, of its kind, and says that it may be unset', () => {
    expect(yearly.nullable).toBe(true);
    expect(yearly.fields.map(({ name, kind }) => [name, kind])).toEqual([
      ['month', 'number'],
      ['day', 'number'],
      ['rule', 'choice'],
    ]);
    expect([day, record].map(({ fields }) => fields.map(({ kind }) => kind))).toEqual([['day'], ['json']]);
  });

  it('gives back what it was filled with', () => {
    const cases = [
      [yearly, { month: 12, day: 31, rule: 'by' }],
      [yearly, null],
      [day, '2023-12-31'],
      [share, { onCourseFrom: 0.75 }],
      [record, { 'III.1.a': 'Vụ A' }],
    ] as const;
    for (const [shape, value] of cases as readonly (readonly [SettingShape, unknown])[]) {
      expect(outcomeOf(draftOf(value, shape, vi.formats, true), shape)).toEqual({ ok: true, value });
    }
  });

  it('writes a decimal as its language does, and reads either', () => {
    expect(draftOf({ onCourseFrom: 0.75 }, share, vi.formats, true).texts).toEqual({ onCourseFrom: '0,75' });
    const typed = { set: true, texts: { onCourseFrom: '0.8' } };
    expect(outcomeOf(typed, share)).toEqual({ ok: true, value: { onCourseFrom: 0.8 } });
  });

  it.each([
    [yearly, { month: '13', day: '1,5', rule: '' }, { month: 'range', day: 'integer', rule: 'needed' }],
    [day, { '': '31/02/2026' }, { '': 'day' }],
    [share, { onCourseFrom: 'nhiều' }, { onCourseFrom: 'number' }],
    [record, { '': '{' }, { '': 'json' }],
  ])('says all that is wrong at its fields (%#)', (shape, texts, faults) => {
    const outcome = outcomeOf({ set: true, texts: texts as Record<string, string> }, shape);
    const said = Object.entries(faults).map(([name, fault]) => [name, `settings.fault.${fault}`]);
    expect(outcome).toEqual({ ok: false, faults: Object.fromEntries(said) as Record<string, string> });
  });
});

describe('a setting in words', () => {
  it('has its parts by name, choices and decimals as written here', () => {
    const said = saidValue({ month: 12, day: 31, rule: 'before' }, yearly, vi);
    expect(said.map(({ label, text }) => [label, text])).toEqual([
      ['Tháng', '12'],
      ['Ngày', '31'],
      ['Cách tính', 'Trước ngày này'],
    ]);
    expect(saidValue({ onCourseFrom: 0.75 }, share, vi)[0]?.text).toBe('0,75');
    expect(saidValue(null, yearly, vi)[0]?.text).toBe('Chưa đặt');
    expect(saidValue({}, record, vi)[0]?.text).toBe('Không có mục nào');
  });

  it('names in a preview what changes, and only that', () => {
    const before = { month: 12, day: 31, rule: 'by' };
    expect(changesOf(before, { ...before, day: 15 }, yearly, vi)).toEqual([
      { label: 'Ngày', before: '31', after: '15' },
    ]);
    expect(changesOf(before, null, yearly, vi)).toHaveLength(1);
    expect(changesOf(before, { ...before }, yearly, vi)).toEqual([]);
  });

  it('says who decided it, under which role and when', () => {
    const setting = {
      code: 'x',
      nameVi: 'Hạn',
      nameEn: 'Due',
      whyVi: '',
      whyEn: '',
      shape: { type: 'string', format: 'date' },
      value: '2026-12-15',
      proposal: '2026-12-31',
      proposed: false,
      history: [{ value: '2026-12-15', reason: 'Họp', setBy: 'operator', setAt: '2026-11-22T08:30:00.000Z' }],
    } as Setting;
    expect(settingRow(setting, (id) => id, vi).history[0]).toMatchObject({
      when: '22/11/2026 15:30',
      who: 'Quản trị hệ thống',
    });
    expect(settingsFinding([setting, { ...setting, proposed: true }], vi)).toContain('1');
  });
});
