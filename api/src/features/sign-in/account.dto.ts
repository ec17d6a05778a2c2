import { z } from 'zod';
import { personNameSchema } from '../identity/person-name.js';
import { passwordText } from './sign-in.dto.js';

export const ownChangeSchema = z
  .strictObject({ name: personNameSchema.optional(), locale: z.enum(['vi', 'en']).optional() })
  .meta({ id: 'OwnChange' });

export const passwordChangeSchema = z
  .strictObject({ current: passwordText, next: passwordText })
  .meta({ id: 'PasswordChange' });

export const enrolmentSchema = z
  .object({
    secret: z.string().describe('Base32, in groups of four, to type'),
    uri: z.string().describe('otpauth://, what the picture says'),
    qrSvg: z.string().describe('The picture to scan, as SVG'),
  })
  .meta({ id: 'SecondFactorEnrolment' });

export const recoveryCodesSchema = z
  .object({ recoveryCodes: z.array(z.string()).describe('Shown this once; each holds once') })
  .meta({ id: 'RecoveryCodes' });

export const secondFactorSchema = z
  .object({
    enrolled: z.boolean(),
    since: z.iso.datetime().nullable(),
    recoveryCodesLeft: z.int(),
  })
  .meta({ id: 'SecondFactor' });

export type OwnChange = z.infer<typeof ownChangeSchema>;
export type PasswordChange = z.infer<typeof passwordChangeSchema>;
export type EnrolmentDto = z.infer<typeof enrolmentSchema>;
export type RecoveryCodesDto = z.infer<typeof recoveryCodesSchema>;
export type SecondFactorDto = z.infer<typeof secondFactorSchema>;
