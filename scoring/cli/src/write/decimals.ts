import type { Framework } from '@dti-monitor/scoring';

/** Where the method ranks unrounded scores. */
const UNROUNDED = 4;

/** Decimals that scores are shown with: those that the method ranks by. */
export function decimalsOf({ method }: Framework): number {
  return method.rank.decimals ?? UNROUNDED;
}
