import type { Session } from '../../api-client/models/session.js';
import type { TextKey } from '../../shared/language/text-key.js';
import { adviceFor, type Failure } from '../../shared/problem/problem.js';

/** What a sign-in still waits for; `in` is done. */
export type Step = 'password' | 'code' | 'enrol' | 'in';

/** Where somebody stands by the session of the browser: a half sign-in goes on where it stopped. */
export function stepOf({ signedIn, strength, secondFactor }: Session): Step {
  if (!signedIn) return 'password';
  if (strength !== 'one-factor') return 'in';
  if (secondFactor.enrolled) return 'code';
  return secondFactor.needed ? 'enrol' : 'in';
}

/** The page to go back to: one of this site, or the first. Another site in the address leads nowhere. */
export function returnPath(text: string | undefined, origin: string): string {
  if (text === undefined || !/^\/(?![/\\])/.test(text) || !URL.canParse(text, origin)) return '/';
  const { origin: own, pathname, search, hash } = new URL(text, origin);
  return own === origin ? `${pathname}${search}${hash}` : '/';
}

const WORDS: Readonly<Record<string, TextKey>> = {
  SIGN_IN_REFUSED: 'signIn.failed.refused',
  SIGN_IN_THROTTLED: 'signIn.failed.throttled',
  SECOND_FACTOR_REFUSED: 'signIn.failed.code',
  SECOND_FACTOR_SET: 'signIn.failed.factorSet',
  SECRET_KEY_DIFFERS: 'signIn.failed.secretKey',
  LINK_NOT_VALID: 'signIn.failed.link',
  EMAIL_TAKEN: 'signIn.failed.emailTaken',
  PASSWORD_TOO_SHORT: 'signIn.failed.tooShort',
  PASSWORD_TOO_LONG: 'signIn.failed.tooLong',
  PASSWORD_HOLDS_NAME: 'signIn.failed.holdsName',
  PASSWORD_COMMON: 'signIn.failed.common',
  OIDC_REFUSED: 'signIn.failed.provider',
  OIDC_STATE_INVALID: 'signIn.failed.providerState',
  OIDC_MAIL_NOT_VERIFIED: 'signIn.failed.providerMail',
  OIDC_NOT_LINKED: 'signIn.failed.providerUnknown',
  OIDC_UNREACHABLE: 'signIn.failed.providerAway',
};

/** A refusal in plain words; a weak password by what is wrong with it. */
export function wordsFor(failure: Pick<Failure, 'status' | 'code' | 'errors'>): TextKey {
  const fault = failure.errors[0]?.code ?? '';
  if (failure.code === 'PASSWORD_TOO_WEAK') return WORDS[fault] ?? 'signIn.failed.common';
  if (failure.code === 'REQUEST_INVALID')
    return FIELD_WORDS[failure.errors[0]?.path ?? ''] ?? 'signIn.failed.form';
  return WORDS[failure.code] ?? adviceFor({ ...failure, detail: null, refusal: null });
}

const FIELD_WORDS: Readonly<Record<string, TextKey>> = {
  name: 'signIn.failed.name',
  email: 'signIn.failed.email',
};

/** What the provider's way back says, if it says anything we know. */
export function wordsForRefused(code: string | undefined): TextKey | null {
  return code === undefined ? null : (WORDS[code] ?? 'signIn.failed.provider');
}
