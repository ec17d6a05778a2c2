import type { Rank } from '../model/assessment.js';
import type { RankRule } from '../model/framework.js';
import { roundHalfUp } from '../numeric/round.js';

/** Something to be put in order within its group. */
export interface Rankable {
  readonly code: string;
  /** `null`: ranked with nobody. */
  readonly group: string | null;
  /** `null`: has no rank. */
  readonly score: number | null;
}

/**
 * Standard competition ranks (1, 2, 2, 4) within each group, at the precision that the rule states.
 * Cost: n log n. What has no score or no group has no entry.
 *
 * @returns ranks by code
 */
export function rank(items: readonly Rankable[], rule: RankRule): ReadonlyMap<string, Rank> {
  const ranks = new Map<string, Rank>();
  for (const group of groupsOf(items, rule)) {
    let first = 0;
    group.forEach((item, position) => {
      if (item.compared !== group[first]?.compared) first = position;
      const tied = first < position || group[position + 1]?.compared === item.compared;
      ranks.set(item.code, { rank: first + 1, tied, compared: item.compared });
    });
  }
  return ranks;
}

interface Compared {
  readonly code: string;
  readonly compared: number;
}

function groupsOf(items: readonly Rankable[], rule: RankRule): readonly (readonly Compared[])[] {
  const groups = new Map<string, Compared[]>();
  for (const { code, group, score } of items) {
    if (group === null || score === null) continue;
    const compared = rule.decimals === null ? score : roundHalfUp(score, rule.decimals);
    const members = groups.get(group) ?? [];
    members.push({ code, compared });
    groups.set(group, members);
  }
  const sign = rule.direction === 'descending' ? -1 : 1;
  for (const members of groups.values()) members.sort((a, b) => sign * (a.compared - b.compared));
  return [...groups.values()];
}
