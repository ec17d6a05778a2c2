import { STATE, type Column } from '../../model/column.js';
import type { GainStep, NoStep } from '../../model/explanation.js';
import { median } from '../../numeric/order.js';
import type { LeafColumns } from '../evaluate.js';
import type { LeafRules, PlanNode } from '../plan.js';
import { limitOf, saturationOf, tightest, type Lever, type LevelsFormula } from './levers.js';

/** A lever of a leaf, for one unit. */
export interface Situation {
  readonly at: PlanNode;
  readonly lever: Lever;
  /** The element's value; `null` = none. */
  readonly from: number | null;
  /** `false`: the element cannot exist for the unit. */
  readonly isApplicable: boolean;
  /** The leaf's raw values; the unit's own at `unit`. */
  readonly raw: LeafColumns['raw'];
  readonly unit: number;
  /** Positions of the peers, the unit among them. */
  readonly peers: Int32Array;
  readonly unitIndex: (code: string) => number;
  /** Smallest change of the element; `null` = any. */
  readonly grain: number | null;
}

/** The value that a step leads to, and whether it was cut off at what the indicator can take. */
export interface Aim {
  readonly to: number;
  readonly limited: boolean;
}

/** Where a step leads, or why it leads nowhere. The gain itself is for rescoring to say. */
export function aimOf(step: GainStep, situation: Situation): Aim | NoStep {
  if (!situation.isApplicable) return 'NOT_APPLICABLE';
  switch (situation.lever.kind) {
    case 'answer':
      return step.kind === 'next_level' || step.kind === 'maximum' ? answer(situation) : 'NOT_ALLOWED';
    case 'condition':
      return step.kind === 'next_level' || step.kind === 'maximum'
        ? condition(situation, situation.lever)
        : 'NOT_ALLOWED';
    case 'level':
      return level(step, situation, situation.lever.formula);
    case 'amount':
    default:
      return amount(step, situation, situation.lever as AmountLever);
  }
}

type AmountLever = Extract<Lever, { readonly kind: 'amount' }>;

/** 1 where a higher raw value is better, −1 where a lower one is. */
export function betterOf({ at }: Pick<Situation, 'at'>): 1 | -1 {
  return (at.leaf as LeafRules).direction === 'lower_is_better' ? -1 : 1;
}

function answer(situation: Situation): Aim | NoStep {
  const to = betterOf(situation) > 0 ? 1 : 0;
  return situation.from === to ? 'ALREADY_THERE' : { to, limited: false };
}

/** Where no is better there are as many ways as conditions, and none of them is a step up. */
function condition(
  situation: Situation,
  { condition: { is, value } }: Extract<Lever, { readonly kind: 'condition' }>,
): Aim | NoStep {
  if (betterOf(situation) < 0) return 'NOT_ALLOWED';
  const { from, grain } = situation;
  const own = from ?? NaN;
  const past = grain ?? smallestStepAt(value);
  const aims: Readonly<Record<typeof is, readonly [boolean, number]>> = {
    equal: [own === value, value],
    not_equal: [own !== value && from !== null, value + past],
    at_least: [own >= value, value],
    at_most: [own <= value, value],
    more_than: [own > value, value + past],
    less_than: [own < value, value - past],
  };
  const [holds, to] = aims[is];
  if (holds) return 'ALREADY_THERE';
  return Number.isFinite(to) ? { to, limited: false } : 'BEYOND_NUMBERS';
}

/** No number is missed between a value and this much more. */
function smallestStepAt(value: number): number {
  return Math.max(Math.abs(value) * Number.EPSILON, Number.MIN_VALUE);
}

function level(step: GainStep, situation: Situation, formula: LevelsFormula): Aim | NoStep {
  const { from, unit, raw } = situation;
  const better = betterOf(situation);
  // Going down a ladder is no aim that any plan has; where lower is better levels fall as values rise.
  const rungs = formula.steps.filter(({ from: at }) => from === null || at > from);
  const own = raw.states[unit] === STATE.scored ? (raw.values[unit] as number) : formula.below;
  const first = (isEnough: (value: number) => boolean, none: NoStep): Aim | NoStep => {
    const rung = rungs.find(({ value }) => isEnough(value));
    return rung === undefined ? none : { to: rung.from, limited: false };
  };
  const atLeast = (aim: number | NoStep, none: NoStep): Aim | NoStep => {
    if (typeof aim === 'string') return aim;
    if (from !== null && better * (own - aim) >= 0) return 'ALREADY_THERE';
    return first((value) => better * (value - aim) >= 0, none);
  };
  switch (step.kind) {
    case 'change_by':
      return from === null ? 'NO_VALUE' : finite(from + step.amount, false);
    case 'next_level':
      return first((value) => better * (value - own) > 0, 'NO_NEXT_LEVEL');
    case 'target':
      return atLeast(targetOf(situation), 'NO_TARGET');
    case 'group_median':
    case 'group_best':
      return atLeast(peerValue(step.kind, situation), 'NO_PEERS');
    case 'maximum':
    default: {
      const best = Math.max(...formula.steps.map(({ value }) => better * value)) * better;
      return atLeast(best, 'NO_MAXIMUM');
    }
  }
}

function amount(step: GainStep, situation: Situation, lever: AmountLever): Aim | NoStep {
  const { from, at } = situation;
  const better = betterOf(situation);
  const helps = better * lever.slope;
  const limit = limitOf(at, better);
  const last = Number.isFinite(limit) ? lever.valueFor(limit) : helps * Infinity;
  if (typeof last === 'string') return last;
  if (step.kind === 'change_by') {
    if (from === null) return 'NO_VALUE';
    return cutOff(from + helps * step.amount, last, helps, situation);
  }
  const raw = rawAim(step.kind, situation);
  if (typeof raw === 'string') return raw;
  const own = situation.raw.values[situation.unit] as number;
  if (better * (own - raw) >= 0) return 'ALREADY_THERE';
  const to = lever.valueFor(raw);
  return typeof to === 'string' ? to : cutOff(to, last, helps, situation);
}

type AimedKind = Exclude<GainStep['kind'], 'change_by'>;

/** The raw value that a step of an amount leads to. */
function rawAim(kind: AimedKind, situation: Situation): number | NoStep {
  switch (kind) {
    case 'next_level':
      return nextStep(situation);
    case 'target':
      return targetOf(situation);
    case 'group_median':
    case 'group_best':
      return peerValue(kind, situation);
    case 'maximum':
    default: {
      const better = betterOf(situation);
      const end = tightest([limitOf(situation.at, better), saturationOf(situation.at, better)], better);
      return Number.isFinite(end) ? end : 'NO_MAXIMUM';
    }
  }
}

/** A step in whole grains, no further than the last value that the indicator can take. */
function cutOff(to: number, last: number, helps: number, { from, grain }: Situation): Aim | NoStep {
  const limited = helps * (to - last) > 0;
  const within = limited ? last : to;
  if (grain === null) return arrived(within, limited, helps, from);
  const origin = from ?? 0;
  const grains = (within - origin) / grain;
  // What is whole but for the last digits is whole.
  const whole = Math.round(grains);
  const isWhole = Math.abs(grains - whole) <= 1e-9 * Math.max(1, Math.abs(grains));
  const onwards = isWhole ? whole : helps * Math.ceil(helps * grains);
  const onward = origin + onwards * grain;
  if (isWhole || helps * (onward - last) <= 0) return arrived(onward, limited, helps, from);
  return arrived(origin + helps * Math.floor(helps * grains) * grain, true, helps, from);
}

function arrived(to: number, limited: boolean, helps: number, from: number | null): Aim | NoStep {
  if (from !== null && helps * (to - from) <= 0) return 'ALREADY_THERE';
  return finite(to, limited);
}

function finite(to: number, limited: boolean): Aim | NoStep {
  return Number.isFinite(to) ? { to: to + 0, limited } : 'BEYOND_NUMBERS';
}

/** The next threshold that normalisation has. */
function nextStep(situation: Situation): number | NoStep {
  const { normalise } = situation.at.leaf as LeafRules;
  const better = betterOf(situation);
  const thresholds =
    normalise.method === 'boolean'
      ? [normalise.threshold]
      : normalise.method === 'steps'
        ? normalise.steps.map(({ from }) => from)
        : [];
  const own = ownRaw(situation) ?? better * -Infinity;
  const ahead = thresholds.filter((threshold) => better * (threshold - own) > 0);
  return ahead.length === 0 ? 'NO_NEXT_LEVEL' : better * Math.min(...ahead.map((one) => better * one));
}

/** The raw value that the framework states as the aim. */
function targetOf(situation: Situation): number | NoStep {
  const { at, raw, unitIndex } = situation;
  const { normalise } = at.leaf as LeafRules;
  switch (normalise.method) {
    case 'ratio_to_target':
    case 'distance_to_target':
      return normalise.target;
    case 'goalposts':
      return betterOf(situation) > 0 ? normalise.upTo : normalise.from;
    case 'boolean':
      return normalise.threshold;
    case 'distance_to_reference': {
      const reference = unitIndex(normalise.unit);
      return raw.states[reference] === STATE.scored ? (raw.values[reference] as number) : 'NO_TARGET';
    }
    default:
      return at.node.formula?.kind === 'count_against_target' ? 1 : 'NO_TARGET';
  }
}

function peerValue(kind: 'group_median' | 'group_best', situation: Situation): number | NoStep {
  const { raw, peers } = situation;
  const values = Float64Array.from(scoredOf(raw, peers), (u) => raw.values[u] as number);
  const middle = median(values);
  if (middle === null) return 'NO_PEERS';
  if (kind === 'group_median') return middle;
  const better = betterOf(situation);
  return values.reduce((best, value) => (better * (value - best) > 0 ? value : best), values[0] as number);
}

function scoredOf({ states }: Column, units: Int32Array): Int32Array {
  return units.filter((u) => states[u] === STATE.scored);
}

function ownRaw({ raw, unit }: Situation): number | null {
  return raw.states[unit] === STATE.scored ? (raw.values[unit] as number) : null;
}
