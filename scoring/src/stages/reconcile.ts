import type { RankRule } from '../model/ranking.js';
import { comparedScore } from './rank.js';

/** What was published for a unit and what its parts give. */
export interface Reconciliation {
  /** The computed score, rounded as the method states. */
  readonly computed: number | null;
  readonly published: number | null;
  /** `computed` − `published`, rounded to the same decimals; `null` unless both exist, or beyond any number. */
  readonly difference: number | null;
  /** `null`: it cannot be recomputed, so nothing is said about it. */
  readonly agrees: boolean | null;
}

/**
 * Sets a published score beside the one computed from its parts, at the precision of the method.
 * Both are kept; which of them counts is for the edition to say. What is not a finite number is taken
 * as not there.
 *
 * @param tolerance largest difference that still agrees; published parts are themselves rounded
 */
export function reconcile(
  computed: number | null,
  published: number | null,
  rule: RankRule,
  tolerance = 0,
): Reconciliation {
  const own = computed !== null && Number.isFinite(computed) ? comparedScore(computed, rule) : null;
  const stated = published !== null && Number.isFinite(published) ? published : null;
  if (own === null || stated === null) {
    return { computed: own, published: stated, difference: null, agrees: null };
  }
  const apart = own - stated;
  // Farther apart than a double can say.
  if (!Number.isFinite(apart)) return { computed: own, published: stated, difference: null, agrees: false };
  const difference = comparedScore(apart, rule);
  return { computed: own, published: stated, difference, agrees: Math.abs(difference) <= tolerance };
}
