import { z } from 'zod';
import { day } from '../../platform/http/page.js';
import { defineSetting } from '../settings/setting-definition.js';
import { daysInMonth } from './calendar.js';

/** A day of each year; `before` excludes the day named. */
export const yearlyDaySchema = z
  .object({
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    rule: z.enum(['before', 'by']).describe('before = the day named is too late'),
  })
  .refine(({ month, day: of }) => of <= daysInMonth(2024, month), 'a day that the month has')
  .nullable()
  .describe('null = not set: nothing falls due');

/** What the documents leave open about duties; the operator decides, and the screen says so. */
export const DUTY_SETTINGS = {
  ministry_report_due: defineSetting({
    schema: yearlyDaySchema,
    proposal: { month: 12, day: 31, rule: 'before' },
    name: { vi: 'Hạn báo cáo hằng năm của bộ, ngành', en: 'Due day of the yearly report of ministries' },
    why: {
      vi: 'Quyết định 142/QĐ-TTg không nêu hạn báo cáo của bộ, ngành (VIII.1). Đề xuất theo hạn của tỉnh, thành phố (VIII.16.e).',
      en: 'Decision 142 gives ministries no reporting date (VIII.1). Proposed: as the provinces (VIII.16.e).',
    },
  }),
  national_report_due: defineSetting({
    schema: yearlyDaySchema,
    proposal: { month: 12, day: 31, rule: 'by' },
    name: {
      vi: 'Hạn báo cáo hằng năm gửi Thủ tướng Chính phủ và Ủy ban Quốc gia',
      en: 'Due day of the yearly report to the Prime Minister and the National Committee',
    },
    why: {
      vi: 'Điểm VIII.2.b chỉ nêu "định kỳ hằng năm", không nêu ngày. Đề xuất ngày cuối năm.',
      en: 'VIII.2.b says "every year" and no day. Proposed: the last day of the year.',
    },
  }),
  publication_due: defineSetting({
    schema: yearlyDaySchema,
    proposal: { month: 12, day: 31, rule: 'by' },
    name: { vi: 'Hạn công bố kết quả cùng với DTI', en: 'Due day of publication with the DTI' },
    why: {
      vi: 'Điểm VI.7.b chỉ nêu "định kỳ hàng năm", cùng với bộ chỉ số chuyển đổi số, không nêu ngày. Đề xuất ngày cuối năm.',
      en: 'VI.7.b says "every year", together with the DTI, and no day. Proposed: the last day of the year.',
    },
  }),
  midterm_review_due: defineSetting({
    schema: day.nullable().describe('null = not set'),
    proposal: '2025-12-31',
    name: { vi: 'Hạn sơ kết thực hiện Chiến lược đến năm 2025', en: 'Due day of the mid-term review' },
    why: {
      vi: 'Điểm VIII.2.b nêu sơ kết "đến năm 2025", không nêu ngày. Đề xuất ngày cuối năm 2025.',
      en: 'VIII.2.b asks for a review "to 2025" and no day. Proposed: the last day of 2025.',
    },
  }),
  periodic_duty_anchor: defineSetting({
    schema: day,
    proposal: '2023-12-31',
    name: { vi: 'Mốc tính các kỳ 06 tháng và 12 tháng', en: 'Day from which cycles of 6 and 12 months run' },
    why: {
      vi: 'Văn bản nêu "06 tháng một lần", "12 tháng/lần" mà không nêu tính từ ngày nào. Đề xuất cuối năm 2023: kỳ kết thúc ngày 30/06 và 31/12.',
      en: 'The texts say "every 6 months" and "every 12 months", not from when. Proposed: the end of 2023, so that cycles end on 30 June and 31 December.',
    },
  }),
  dataset_update_clock: defineSetting({
    schema: z.enum(['restarts', 'once']),
    proposal: 'restarts',
    name: { vi: 'Cách tính thời hạn 03 tháng cập nhật dữ liệu mở', en: 'How the 3 months of open data run' },
    why: {
      vi: '"Không quá 03 tháng kể từ thời điểm công bố": sau mỗi lần cập nhật thời hạn có tính lại hay không là cách hiểu.',
      en: '"Within 3 months of publication": whether the time starts again at each update is an interpretation.',
    },
  }),
  resubmission_timeliness: defineSetting({
    schema: z.enum(['first_sending', 'last_sending']),
    proposal: 'first_sending',
    name: { vi: 'Báo cáo gửi lại được tính đúng hạn theo lần nào', en: 'Which sending counts as in time' },
    why: {
      vi: 'Không văn bản nào nêu báo cáo bị trả lại, gửi lại sau hạn thì tính đúng hạn hay trễ hạn.',
      en: 'No document says whether a report that was returned and sent again after the day is late.',
    },
  }),
} as const;

export type DutySettingCode = keyof typeof DUTY_SETTINGS;

/** The codes that schedules may name. */
export const DUTY_SETTING_CODES: readonly string[] = Object.keys(DUTY_SETTINGS);
