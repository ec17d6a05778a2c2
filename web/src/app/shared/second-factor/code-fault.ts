import type { Translate } from '../language/text-key.js';
import { adviceFor } from '../problem/problem.js';
import type { WriteState } from '../problem/writing.js';

/** What is wrong with a code that was sent, in words; null while nothing is. */
export function codeFault(state: WriteState, t: Translate): string | null {
  if (state.status !== 'failed') return null;
  const { failure } = state;
  if (failure.code === 'SECOND_FACTOR_REFUSED') return t('secondFactor.codeWrong');
  if (failure.status === 429) return t('secondFactor.tooMany');
  if (failure.code === 'NOT_FOR_DEMO') return t('profile.notForDemo');
  return t(adviceFor(failure));
}
