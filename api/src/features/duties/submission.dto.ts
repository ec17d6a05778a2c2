import { z } from 'zod';
import { dataSetQuery } from '../../platform/http/data-set.js';
import { day } from '../../platform/http/page.js';
import { levelSchema } from '../units/unit.dto.js';
import { countsSchema, recipientSchema, submissionStateSchema } from './duty.dto.js';

/** A year, a month, a quarter or years; of published open data, what the set is called. */
export const periodSchema = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,99}$/u, 'a period, or the name of a data set');

const text = (longest: number) => z.string().trim().min(1).max(longest);

export const submissionEventSchema = z
  .object({
    id: z.string(),
    action: z.enum(['sent', 'returned']),
    happenedOn: day,
    documentNumber: z.string().nullable(),
    reason: z.string().nullable().describe('Why it was returned'),
    note: z.string().nullable(),
    writtenAt: z.iso.datetime(),
    writtenBy: z.string(),
  })
  .meta({ id: 'SubmissionEvent' });

export const unitSubmissionSchema = z
  .object({
    unitId: z.string(),
    nameVi: z.string(),
    shortNameVi: z.string(),
    nameEn: z.string(),
    level: levelSchema,
    regionId: z.string().nullable(),
    state: submissionStateSchema,
    returned: z.boolean().describe('Sent and returned: nothing stands'),
    firstSentOn: day.nullable(),
    lastSentOn: day.nullable(),
    daysLate: z.int().describe('Days after the due day that it came, or is overdue by today'),
    documentNumber: z.string().nullable(),
    history: z.array(submissionEventSchema).describe('Oldest first'),
  })
  .meta({ id: 'UnitSubmission' });

export const submissionsSchema = z
  .object({
    dataSet: z.string(),
    sample: z.boolean(),
    today: day,
    duty: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    period: z.string(),
    periods: z.array(z.string()).describe('What has fallen due or does within a year, the newest first'),
    dueOn: day,
    bySetting: z.boolean(),
    recorded: z.boolean().describe('Anything is recorded for the period in this data set'),
    recipients: z.array(recipientSchema),
    counts: countsSchema,
    items: z.array(unitSubmissionSchema),
  })
  .meta({ id: 'DutySubmissions', description: 'What has come for one period, by unit' });

export const submissionsQuerySchema = z.object({
  period: periodSchema.optional().describe('The latest that has fallen due when absent'),
  ...dataSetQuery,
});

const place = { unit: text(100), period: periodSchema, dataSet: dataSetQuery.dataSet };
const number = text(100).optional().describe('Number of the document: 05/BC-UBND');
const note = text(2000).optional();

/** When: a day in Viet Nam, or an instant of which the day in Viet Nam counts. */
const instant = z.iso.datetime({ offset: true });

export const submissionRequestSchema = z
  .strictObject({
    ...place,
    sentOn: day.optional().describe('The day in Viet Nam'),
    sentAt: instant.optional().describe('Or the instant; its day in Viet Nam counts'),
    documentNumber: number,
    note,
  })
  .refine(({ sentOn, sentAt }) => (sentOn === undefined) !== (sentAt === undefined), {
    path: ['sentOn'],
    message: 'sentOn or sentAt, one of the two',
  })
  .meta({ id: 'DutySubmissionRequest' });

export const returnRequestSchema = z
  .strictObject({ ...place, returnedOn: day, reason: text(2000), note })
  .meta({ id: 'DutyReturnRequest' });

export const recordedSchema = z
  .object({
    dataSet: z.string(),
    sample: z.boolean(),
    duty: z.string(),
    period: z.string(),
    unitId: z.string(),
    dueOn: day.nullable().describe('null = counted from the publication: see the due dates of the unit'),
    state: submissionStateSchema.nullable(),
    returned: z.boolean(),
    history: z.array(submissionEventSchema).describe('Oldest first; the last line is the new one'),
  })
  .meta({ id: 'RecordedSubmission' });

export type SubmissionsDto = z.infer<typeof submissionsSchema>;
export type SubmissionsQuery = z.infer<typeof submissionsQuerySchema>;
export type RecordedDto = z.infer<typeof recordedSchema>;
export type UnitSubmissionDto = z.infer<typeof unitSubmissionSchema>;
export type SubmissionRequest = z.infer<typeof submissionRequestSchema>;
export type ReturnRequest = z.infer<typeof returnRequestSchema>;
