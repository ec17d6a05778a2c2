import { z } from 'zod';
import { pageOf, pageQuery } from '../../platform/http/page.js';
import { actionSchema, roleSchema } from '../identity/session.dto.js';

export const keyStateSchema = z
  .enum(['active', 'expired', 'revoked', 'ended'])
  .describe('`ended`: the role it was made for is over, or the account is suspended')
  .meta({ id: 'KeyState' });

export const apiKeySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().describe('The key begins with `dti_` and these letters'),
    state: keyStateSchema,
    role: roleSchema,
    unitId: z.string().nullable(),
    actions: z.array(actionSchema),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable().describe('To the minute'),
    lastUsedAddress: z.string().nullable(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ApiKey' });

export const ownKeysSchema = z.array(apiKeySchema);

export const madeKeySchema = apiKeySchema
  .extend({ key: z.string().describe('The whole key; it is shown this once and stored nowhere') })
  .meta({ id: 'MadeApiKey' });

export const heldKeySchema = apiKeySchema
  .extend({ person: z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'KeyHolder' }) })
  .meta({ id: 'HeldApiKey' });

export const heldKeyPageSchema = pageOf(heldKeySchema, 'HeldApiKeyPage');

export const LONGEST_LIFE_DAYS = 365;

export const keyRequestSchema = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .refine((text) => !/\p{C}/u.test(text), 'without control characters')
      .describe('What it is for, to tell it apart'),
    grant: z
      .string()
      .regex(/^\d{1,18}$/)
      .describe('The role of the session that it is made for'),
    actions: z.array(actionSchema).min(1).max(50),
    expiresInDays: z.int().min(1).max(LONGEST_LIFE_DAYS),
  })
  .meta({ id: 'ApiKeyRequest' });

export const keyListQuerySchema = z.object({
  ...pageQuery,
  state: keyStateSchema.optional(),
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('Part of a name, of a holder’s name, or the first letters'),
});

export type ApiKeyDto = z.infer<typeof apiKeySchema>;
export type MadeApiKeyDto = z.infer<typeof madeKeySchema>;
export type HeldApiKeyDto = z.infer<typeof heldKeySchema>;
export type KeyRequest = z.infer<typeof keyRequestSchema>;
export type KeyListQuery = z.infer<typeof keyListQuerySchema>;
