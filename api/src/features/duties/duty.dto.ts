import { z } from 'zod';
import { legalBasisSchema } from '../law/law.dto.js';
import { dataSetQuery } from '../../platform/http/data-set.js';
import { day, pageOf, pageQuery } from '../../platform/http/page.js';
import { levelSchema } from '../units/unit.dto.js';
import { DUTY_SETTINGS, type DutySettingCode } from './duty-settings.js';

export const dutyStandingSchema = z.enum(['binding', 'guidance', 'proposed', 'history']).meta({
  id: 'DutyStanding',
  description: 'proposed = no document asks for it; history = over, or never law',
});
export const dutyActSchema = z
  .enum(['measure', 'follow', 'assess', 'rank', 'publish', 'report', 'review', 'plan', 'train', 'update'])
  .meta({ id: 'DutyAct' });
export const submissionStateSchema = z.enum(['received', 'late', 'missing', 'not_yet_due']).meta({
  id: 'SubmissionState',
  description: 'late = received after the due day; missing = the day has passed and nothing stands',
});

export const recipientSchema = z
  .object({
    unitId: z.string().nullable(),
    nameVi: z.string(),
    nameEn: z.string(),
    toBeVerified: z.boolean().describe('It may have been replaced: check before use'),
  })
  .meta({ id: 'DutyRecipient', description: 'To whom, as on the day' });

const settingCodes = Object.keys(DUTY_SETTINGS) as [DutySettingCode, ...DutySettingCode[]];
export const dutySettingSchema = z
  .object({
    code: z.enum(settingCodes),
    value: z.unknown(),
    proposed: z.boolean().describe('Nobody has decided: a proposal holds'),
    nameVi: z.string(),
    nameEn: z.string(),
    whyVi: z.string(),
    whyEn: z.string(),
  })
  .meta({ id: 'DutySetting', description: 'What no document states and the operator sets' });

export const scheduleSchema = z
  .object({
    type: z.enum([
      'yearly_before',
      'yearly_within',
      'yearly_by_setting',
      'every_months',
      'after_event',
      'within',
      'once_by_setting',
      'ongoing',
      'no_date',
    ]),
    month: z.int().nullable(),
    day: z.int().nullable(),
    months: z.int().nullable(),
    period: z.string().nullable(),
    setting: dutySettingSchema.nullable(),
  })
  .meta({ id: 'DutySchedule', description: 'When a duty falls due' });

export const dutySchema = z
  .object({
    code: z.string(),
    counted: z.enum(['decision-142-2024', 'other-documents']).nullable(),
    act: dutyActSchema,
    nameVi: z.string(),
    nameEn: z.string(),
    words: z.string().nullable().describe('The words of the source, in Vietnamese'),
    timePrinted: z.string().nullable().describe('When, as printed; null = the source is silent'),
    textCheck: z.enum(['as_printed', 'mended', 'damaged']),
    standing: dutyStandingSchema,
    inForce: z.boolean().describe('false = was never law: nothing of it falls due'),
    lapsed: z.boolean().describe('Its last day is before today in Viet Nam'),
    validFrom: day.nullable(),
    validTo: day.nullable(),
    actorVi: z.string(),
    actorEn: z.string(),
    levels: z.array(levelSchema).describe('Levels whose every unit has it; empty = one unit, or none'),
    unitId: z.string().nullable().describe('The one unit that has it today'),
    unitNameVi: z.string().nullable(),
    unitNameEn: z.string().nullable(),
    outside: z.boolean().describe('Somebody who is no organisation unit'),
    tracked: z.boolean().describe('Submissions are recorded under it'),
    schedule: scheduleSchema,
    nextDueOn: day.nullable(),
    recipients: z.array(recipientSchema),
    bases: z.array(legalBasisSchema),
    noteVi: z.string().nullable(),
    noteEn: z.string().nullable(),
    confidence: z.string(),
    sourceIds: z.array(z.string()),
  })
  .meta({ id: 'Duty', description: 'A duty of measuring, following or reporting' });
export const dutyPageSchema = pageOf(dutySchema, 'DutyPage');

export const dutyQuerySchema = z.object({
  standing: dutyStandingSchema.optional(),
  act: dutyActSchema.optional(),
  level: levelSchema.optional(),
  counted: z.enum(['decision-142-2024', 'other-documents']).optional(),
  ...pageQuery,
});

export const countsSchema = z
  .object({
    units: z.int(),
    received: z.int(),
    late: z.int(),
    missing: z.int(),
    notYetDue: z.int(),
    returned: z.int().describe('Among missing and notYetDue: sent, and returned'),
  })
  .meta({ id: 'SubmissionCounts' });

export const dueDateSchema = z
  .object({
    duty: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    act: dutyActSchema,
    standing: dutyStandingSchema,
    actorVi: z.string(),
    actorEn: z.string(),
    period: z
      .string()
      .describe('2025, 2025-06, 2024-Q4 or 2024-2025; of open data the set that was published'),
    dueOn: day.describe('The last day in time, in Viet Nam'),
    bySetting: z.boolean().describe('No document states the day: an operator has set it'),
    tracked: z.boolean(),
    recorded: z.boolean().describe('Anything is recorded for it in this data set'),
    recipients: z.array(recipientSchema),
    counts: countsSchema.nullable().describe('null = not tracked'),
    state: submissionStateSchema.nullable().describe('Of the unit asked for; else null'),
    daysLate: z.int().nullable(),
  })
  .meta({ id: 'DueDate', description: 'One time that a duty falls due' });

export const dueDatesSchema = z
  .object({
    dataSet: z.string(),
    sample: z.boolean(),
    today: day,
    from: day,
    to: day,
    items: z.array(dueDateSchema),
  })
  .meta({ id: 'DueDates' });

const LONGEST_YEARS = 10;
const dueDateFields = {
  from: day.optional().describe('First day; 1 January of this year when absent'),
  to: day.optional().describe('Last day; 31 December of the year of `from` when absent'),
  unit: z.string().max(100).optional().describe('Only what this unit owes, with its state'),
  level: levelSchema.optional(),
  ...dataSetQuery,
};

/** Within ten years, and the right way round. */
function sensible({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean {
  if (from === undefined || to === undefined) return true;
  return from <= to && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= LONGEST_YEARS;
}
const SENSIBLE = { path: ['to'], message: `from ≤ to, and at most ${LONGEST_YEARS} years` };
export const dueDatesQuerySchema = z.object(dueDateFields).refine(sensible, SENSIBLE);
export const dueDatesFileQuerySchema = z
  .object({ ...dueDateFields, lang: z.enum(['vi', 'en']).default('vi') })
  .refine(sensible, SENSIBLE);

export type DutyDto = z.infer<typeof dutySchema>;
export type DutyQuery = z.infer<typeof dutyQuerySchema>;
export type DueDateDto = z.infer<typeof dueDateSchema>;
export type DueDatesDto = z.infer<typeof dueDatesSchema>;
export type DueDatesQuery = z.infer<typeof dueDatesQuerySchema>;
export type DueDatesFileQuery = z.infer<typeof dueDatesFileQuerySchema>;
export type RecipientDto = z.infer<typeof recipientSchema>;
export type SubmissionCounts = z.infer<typeof countsSchema>;
export type DutySettingDto = z.infer<typeof dutySettingSchema>;
