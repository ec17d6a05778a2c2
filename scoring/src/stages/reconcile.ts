import type { RankRule } from '../model/ranking.js';
import { roundHalfUp } from '../numeric/round.js';

/** What was published for a unit and what its parts give. */
export interface Reconciliation {
  /** The computed score, rounded as the method states. */
  readonly computed: number | null;
  readonly published: number | null;
  /** `computed` − `published`, rounded to the same decimals; `null` unless both exist. */
  readonly difference: number | null;
  /** `null`: it cannot be recomputed, so nothing is said about it. */
  readonly agrees: boolean | null;
}

/**
 * Sets a published score beside the one computed from its parts, at the precision of the method.
 * Both are kept; which of them counts is for the edition to say.
 *
 * @param tolerance largest difference that still agrees; published parts are themselves rounded
 */
export function reconcile(
  computed: number | null,
  published: number | null,
  rule: RankRule,
  tolerance = 0,
): Reconciliation {
  const at = (value: number): number => (rule.decimals === null ? value : roundHalfUp(value, rule.decimals));
  const rounded = computed === null ? null : at(computed);
  if (rounded === null || published === null) {
    return { computed: rounded, published, difference: null, agrees: null };
  }
  const difference = at(rounded - published);
  return { computed: rounded, published, difference, agrees: Math.abs(difference) <= tolerance };
}
