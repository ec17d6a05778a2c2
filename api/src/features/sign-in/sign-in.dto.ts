import { z } from 'zod';
import { cleanEmail, emailFault, LONGEST_EMAIL } from '../identity/person-fields.js';
import { personNameSchema } from '../identity/person-name.js';

/** Longer than any that is taken, so that what is stored before is never cut off. */
const LONGEST_PASSWORD = 512;

export const passwordText = z.string().min(1).max(LONGEST_PASSWORD);
const newEmailText = z
  .string()
  .max(2 * LONGEST_EMAIL)
  .transform(cleanEmail)
  .pipe(
    z.string().refine((email) => emailFault(email) === null, 'an address of mail, in letters of one script'),
  );
/** A code of the app, or a recovery code, as it is typed. */
export const codeText = z.string().min(1).max(64);
const tokenText = z.string().min(1).max(200);

export const signInSchema = z
  .strictObject({ email: z.string().min(1).max(254), password: passwordText })
  .meta({ id: 'SignIn' });

export const signInAnswerSchema = z
  .object({
    next: z
      .enum(['done', 'second-factor', 'enrol-second-factor', 'sign-in'])
      .describe('What is still to do: nothing; a code; setting up the second factor; signing in'),
  })
  .meta({ id: 'SignInAnswer' });

export const secondFactorCodeSchema = z.strictObject({ code: codeText }).meta({ id: 'SecondFactorCode' });

export const linkTokenSchema = z.strictObject({ token: tokenText }).meta({ id: 'LinkToken' });

export const linkSchema = z
  .object({
    purpose: z.enum(['first-operator', 'invitation', 'password-reset', 'unlock']),
    name: z.string().nullable().describe('Of the account; null where there is none yet'),
    email: z.string().nullable(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'OneTimeLink' });

export const linkRedemptionSchema = z
  .strictObject({
    token: tokenText,
    name: personNameSchema.optional(),
    email: newEmailText.optional().describe('Of the first operator; whoever was invited keeps theirs'),
    password: passwordText.optional().describe('Needed but for `unlock`'),
  })
  .meta({ id: 'LinkRedemption' });

export const passwordResetSchema = z
  .strictObject({ email: z.string().min(1).max(254) })
  .meta({ id: 'PasswordReset' });

export type SignIn = z.infer<typeof signInSchema>;
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;
export type SecondFactorCode = z.infer<typeof secondFactorCodeSchema>;
export type LinkToken = z.infer<typeof linkTokenSchema>;
export type LinkDto = z.infer<typeof linkSchema>;
export type LinkRedemption = z.infer<typeof linkRedemptionSchema>;
export type PasswordReset = z.infer<typeof passwordResetSchema>;
