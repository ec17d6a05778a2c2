import type { GainsOptions, Reach } from '../../model/explanation.js';
import { aimOf, type Situation } from './gain-steps.js';
import type { Rescored, Rescoring } from './rescoring.js';

/** Points between where a unit is and the most it can reach at which the way is looked at. */
const LOOKS = 16;

/** The way is halved until what is left is this part of it. */
const FINENESS = 2 ** -30;

type Target = NonNullable<GainsOptions['reach']>;

export function isReached({ score, rank }: Rescored, target: Target): boolean {
  if ('score' in target) return score !== null && score >= target.score;
  return rank !== null && rank <= target.rank;
}

/**
 * The least change of one element that brings the unit to a score or a rank, by halving the way to the
 * most that its indicator can reach and rescoring each time. Halving finds the least change where score
 * or rank only get better on the way: at 16 points of it that is looked at, and where one is worse than
 * the one before nothing is claimed.
 */
export function reachOf(situation: Situation, rescoring: Rescoring, target: Target): Reach {
  const { at, lever, from, grain } = situation;
  const { element } = lever;
  const none = { to: null, change: null, score: null, rank: null, cost: null };
  const outcome = (found: Reach['outcome']): Reach => ({
    element,
    node: at.node.code,
    outcome: found,
    from,
    ...none,
  });
  if (isReached(rescoring.now(), target)) return outcome('already_there');
  const most = aimOf({ kind: 'maximum' }, situation);
  if (most === 'ALREADY_THERE') return outcome('out_of_reach');
  if (from === null || typeof most === 'string') return outcome('no_range');
  const way = new Way(from, most.to, grain);
  const ask = (part: number): Rescored | null => {
    const found = rescoring.after(element, way.at(part));
    return found === 'not_allowed' ? null : found;
  };
  if (!onlyGetsBetter(way.looks().map(ask), target)) return outcome('not_monotone');
  const end = ask(way.parts);
  if (end === null || !isReached(end, target)) return outcome('out_of_reach');
  const part = leastPart(way, (one) => {
    const found = ask(one);
    return found !== null && isReached(found, target);
  });
  const { score, rank } = ask(part) as Rescored;
  const to = way.at(part);
  return { ...outcome('reached'), to, change: to - from, score, rank };
}

/** The way of one element from where it is to the most, in parts: whole grains, or as fine as is looked for. */
class Way {
  readonly parts: number;

  constructor(
    private readonly from: number,
    private readonly most: number,
    private readonly grain: number | null,
  ) {
    this.parts = grain === null ? 1 / FINENESS : Math.max(1, Math.round(Math.abs(most - from) / grain));
  }

  at(part: number): number {
    if (part === this.parts) return this.most;
    if (this.grain === null) return this.from + (this.most - this.from) * (part / this.parts);
    return this.from + Math.sign(this.most - this.from) * this.grain * part;
  }

  looks(): readonly number[] {
    const parts = Array.from({ length: LOOKS + 1 }, (_, look) => Math.round((look * this.parts) / LOOKS));
    return [...new Set(parts)];
  }
}

function onlyGetsBetter(points: readonly (Rescored | null)[], target: Target): boolean {
  const worth = (point: Rescored | null): number => {
    if (point === null) return NaN;
    return 'score' in target ? (point.score ?? NaN) : -(point.rank ?? NaN);
  };
  return points.every((point, i) => i === 0 || worth(point) >= worth(points[i - 1] ?? null));
}

/** Met at all parts, not met at none. */
function leastPart(way: Way, isMet: (part: number) => boolean): number {
  let [unmet, met] = [0, way.parts];
  while (met - unmet > 1) {
    const middle = unmet + Math.floor((met - unmet) / 2);
    if (isMet(middle)) met = middle;
    else unmet = middle;
  }
  return met;
}
