import { z } from 'zod';
import { DUTY_SETTINGS } from '../duties/duty-settings.js';
import { measureStateRuleSchema, PROPOSED_STATE_RULE } from '../targets/measure-state-rule.js';
import { defineSetting, type SettingDefinition } from './setting-definition.js';

/** Every setting of the operator, by code. Who needs another one adds it here. */
export const SETTINGS = {
  measure_state_rule: defineSetting({
    schema: measureStateRuleSchema,
    proposal: PROPOSED_STATE_RULE,
    name: { vi: 'Quy tắc đánh giá tình trạng chỉ tiêu', en: 'Rule for the state of a measure' },
    why: {
      vi: 'Quyết định 142/QĐ-TTg chỉ nêu mức cần đạt đến năm 2030, không nêu giá trị gốc, mức trung gian và ngưỡng đánh giá. Đường tiến độ là giả định.',
      en: 'Decision 142 gives only the figures for 2030: no baseline, no interim value, no threshold. The planned path is an assumption.',
    },
  }),
  target_tracking: defineSetting({
    schema: z
      .record(z.string().min(1).max(80), z.string().trim().min(1).max(200))
      .describe('Who follows a target, by its code'),
    proposal: {},
    name: { vi: 'Đơn vị theo dõi mục tiêu', en: 'Who follows each target' },
    why: {
      vi: 'Kế hoạch hành động của Bộ Thông tin và Truyền thông phân công đơn vị theo dõi từng chỉ tiêu nhưng danh sách phân công không được công bố.',
      en: 'The plan of action of the ministry assigns who follows each target, but the list was not published.',
    },
  }),
  ...DUTY_SETTINGS,
} as const satisfies Readonly<Record<string, SettingDefinition<unknown>>>;

export type SettingCode = keyof typeof SETTINGS;
export type SettingValue<C extends SettingCode> = (typeof SETTINGS)[C]['proposal'];

export function isSettingCode(code: string): code is SettingCode {
  return Object.hasOwn(SETTINGS, code);
}
