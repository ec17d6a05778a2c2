import { STATE, type Column } from '../../model/column.js';
import { aggregate, effectiveWeights, type Child } from '../aggregate/aggregate.js';
import type { Evaluation } from '../evaluate.js';
import type { ParentRules, Plan, PlanNode } from '../plan.js';
import { childrenOf, countedChildren } from './recombine.js';
import { shapleyValues } from './shapley.js';

/** Above this many children in use, the orders in which they can come are too many to go through. */
export const MOST_PLAYERS = 10;

/** Comparisons of units that a contest may cost in all; a contest is held anew for every subset. */
const MOST_COMPARISONS = 2e7;

/** What each child in use adds to its parent, by node index. */
export interface FamilyShares {
  readonly measure: 'shapley' | 'leave_one_out';
  /** `null`: the parent has no value with this child (or, together, with some) at the baseline. */
  readonly values: ReadonlyMap<number, number | null>;
}

/**
 * What the children of one unit add to a parent whose aggregation is not additive: Shapley values of the
 * game in which a child is at its value or at its baseline, over up to 10 children in use; where there
 * are more, where some subset of them has no value, or where a contest of all units would have to be held
 * too often, what the parent loses when one child alone is put at its baseline.
 *
 * @param baselines by node index; `null` = there is none
 */
export function familyShares(
  plan: Plan,
  evaluation: Evaluation,
  at: PlanNode,
  unit: number,
  baselines: readonly (number | null)[],
): FamilyShares {
  const rules = at.parentRules as ParentRules;
  const children = childrenOf(plan, evaluation, at);
  const used = new Float64Array(children.length);
  effectiveWeights(children, rules, unit, used);
  const counted = countedChildren(plan, evaluation.exclusions.nodes, at);
  const players = counted.flatMap((index, place) =>
    (used[place] as number) > 0 ? [{ index, place, baseline: baselines[index] ?? null }] : [],
  );
  const family: Family = { children, rules, unit, players, evaluation };
  const all = (1 << players.length) - 1;
  if (players.every(({ baseline }) => baseline !== null) && isSmall(family)) {
    const worths = worthsOf(
      family,
      Array.from({ length: all + 1 }, (_, subset) => subset),
    );
    if (worths.every((worth) => worth !== null)) {
      const shares = shapleyValues(players.length, (subset) => worths[subset] as number);
      if (shares.every(Number.isFinite)) {
        return {
          measure: 'shapley',
          values: new Map(players.map(({ index }, i) => [index, (shares[i] as number) + 0])),
        };
      }
    }
  }
  const whole = at.index;
  const { values } = (evaluation.nodes.get(whole) as { readonly column: Column }).column;
  const without = players.map((player) => (player.baseline === null ? null : worthWithout(family, player)));
  return {
    measure: 'leave_one_out',
    values: new Map(
      players.map(({ index }, i) => [index, difference(values[unit] as number, without[i] ?? null)]),
    ),
  };
}

interface Player {
  readonly index: number;
  /** Among the children. */
  readonly place: number;
  readonly baseline: number | null;
}

interface Family {
  readonly children: readonly Child[];
  readonly rules: ParentRules;
  readonly unit: number;
  readonly players: readonly Player[];
  readonly evaluation: Evaluation;
}

function difference(value: number, other: number | null): number | null {
  const by = other === null ? NaN : value - other;
  return Number.isFinite(by) ? by + 0 : null;
}

function isSmall({ players, rules, children, evaluation }: Family): boolean {
  if (players.length > MOST_PLAYERS) return false;
  if (rules.aggregation.method !== 'copeland') return true;
  const pairs = evaluation.roster.units.length ** 2;
  return 2 ** players.length * pairs * children.length <= MOST_COMPARISONS;
}

/** The parent's value for each subset of players at their values, the others at their baselines. */
function worthsOf(family: Family, subsets: readonly number[]): readonly (number | null)[] {
  const isAt = (player: number, subset: number): boolean => ((subset >> player) & 1) === 1;
  return family.rules.aggregation.method === 'copeland'
    ? subsets.map((subset) => contestWorth(family, (player) => isAt(player, subset)))
    : rowWorths(family, subsets.length, (player, row) => isAt(player, subsets[row] as number));
}

function worthWithout(family: Family, player: Player): number | null {
  const place = family.players.indexOf(player);
  if (family.rules.aggregation.method === 'copeland') return contestWorth(family, (other) => other !== place);
  return rowWorths(family, 1, (other) => other !== place)[0] ?? null;
}

/** Where units do not meet, each subset can be a unit of its own, and all are combined at once. */
function rowWorths(
  { children, rules, unit, players }: Family,
  rows: number,
  isAtValue: (player: number, row: number) => boolean,
): readonly (number | null)[] {
  const own = children.map(({ column, weight }, place): Child => {
    const value = column.values[unit] as number;
    const state = column.states[unit] as number;
    const values = new Float64Array(rows).fill(value);
    const states = new Uint8Array(rows).fill(state);
    const player = players.findIndex((one) => one.place === place);
    const baseline = players[player]?.baseline ?? null;
    for (let row = 0; baseline !== null && row < rows; row++) {
      if (isAtValue(player, row)) continue;
      values[row] = baseline;
      states[row] = STATE.scored;
    }
    return { column: { values, states, marks: new Uint16Array(rows) }, coverage: null, weight };
  });
  const { column } = aggregate(own, rules, rows, new Int32Array(rows).fill(-1));
  return Array.from(column.values, (value) => (Number.isNaN(value) ? null : value));
}

/** Among all units, with the values of one of them replaced. */
function contestWorth(
  { children, rules, unit, players, evaluation }: Family,
  isAtValue: (player: number) => boolean,
): number | null {
  const own = [...children];
  players.forEach(({ place, baseline }, player) => {
    if (isAtValue(player) || baseline === null) return;
    const child = children[place] as Child;
    const values = child.column.values.slice();
    const states = child.column.states.slice();
    values[unit] = baseline;
    states[unit] = STATE.scored;
    own[place] = { ...child, column: { ...child.column, values, states } };
  });
  const { roster } = evaluation;
  const { column } = aggregate(own, rules, roster.units.length, roster.groups);
  const value = column.values[unit] as number;
  return Number.isNaN(value) ? null : value;
}
