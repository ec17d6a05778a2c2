import type { TextKey, Translate } from '../../shared/language/text-key.js';
import { adviceFor } from '../../shared/problem/problem.js';
import type { WriteState } from '../../shared/problem/writing.js';

export interface PasswordFaults {
  readonly current: string | null;
  readonly next: string | null;
  /** What no field explains. */
  readonly form: string | null;
}

const WEAK: Readonly<Record<string, TextKey>> = {
  PASSWORD_TOO_SHORT: 'profile.password.tooShort',
  PASSWORD_TOO_LONG: 'profile.password.tooLong',
  PASSWORD_HOLDS_NAME: 'profile.password.holdsName',
  PASSWORD_COMMON: 'profile.password.common',
};

/** What is wrong with a change of the password: seen here once it was tried, or said by the server. */
export function passwordFaults(
  tried: boolean,
  written: { readonly current: string; readonly next: string },
  state: WriteState,
  t: Translate,
): PasswordFaults {
  const missing = (text: string): string | null =>
    tried && text === '' ? t('profile.password.needed') : null;
  const own: PasswordFaults = { current: missing(written.current), next: missing(written.next), form: null };
  if (state.status !== 'failed') return own;
  const { failure } = state;
  if (failure.code === 'CURRENT_PASSWORD_WRONG') return { ...own, current: t('profile.password.wrong') };
  if (failure.code === 'PASSWORD_TOO_WEAK') {
    const weak = failure.errors.map(({ code }) => WEAK[code]).find((key) => key !== undefined);
    return { ...own, next: t(weak ?? 'profile.password.common') };
  }
  if (failure.status === 429) return { ...own, form: t('secondFactor.tooMany') };
  return { ...own, form: t(adviceFor(failure)) };
}
