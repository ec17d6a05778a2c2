import type { AspectState } from './national-database.entity.js';

/**
 * The state of a condition from its aspects. Met when every aspect is; partly when some part is and some is
 * not; not met when none is known to be and one is known not to be; otherwise nothing can be said, since
 * what is not known could be either.
 */
export function conditionState(aspects: readonly AspectState[]): AspectState {
  const some = (...states: AspectState[]) => aspects.some((aspect) => states.includes(aspect));
  if (aspects.length === 0) return 'no_data';
  if (!some('partly', 'no', 'no_data')) return 'yes';
  if (some('partly') || (some('yes') && some('no'))) return 'partly';
  return some('no') ? 'no' : 'no_data';
}
