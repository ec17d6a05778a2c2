import { z } from 'zod';

export const settingChangeSchema = z
  .object({
    value: z.unknown(),
    reason: z.string(),
    setBy: z.string(),
    setAt: z.iso.datetime(),
  })
  .meta({ id: 'SettingChange' });

export const settingSchema = z
  .object({
    code: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    whyVi: z.string().describe('Why it is a setting: what the documents do not say'),
    whyEn: z.string(),
    shape: z.record(z.string(), z.unknown()).describe('JSON Schema of the value, for a form'),
    value: z.unknown().describe('What holds now'),
    proposal: z.unknown().describe('What holds until the operator decides'),
    proposed: z.boolean().describe('true = nobody has decided yet; shown as "đề xuất"'),
    history: z.array(settingChangeSchema).describe('Decisions, the newest first'),
  })
  .meta({ id: 'Setting' });

export const settingListSchema = z.array(settingSchema);

export const settingRequestSchema = z
  .strictObject({
    value: z.unknown().refine((value) => value !== undefined, 'a value'),
    reason: z.string().trim().min(3).max(2_000).describe('Why it is decided so'),
  })
  .meta({ id: 'SettingRequest' });

export type SettingDto = z.infer<typeof settingSchema>;
export type SettingRequest = z.infer<typeof settingRequestSchema>;
