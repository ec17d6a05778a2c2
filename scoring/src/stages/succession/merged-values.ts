import { STATE, type Column } from '../../model/column.js';
import type { WithoutValue } from '../../model/succession.js';
import { sum } from '../../numeric/sum.js';
import type { Origin } from './lineage.js';

/** One cell: a value, or NaN and the state that says why. */
export interface Valued {
  readonly value: number;
  readonly state: number;
}

/** How much each unit counts in a mean. */
export interface MeanWeights {
  readonly withoutValue: WithoutValue;
  /** Of a unit of the data; `null`: every part of a merged unit counts the same. */
  readonly weightOf: ((unit: string, row: number) => number) | null;
}

/**
 * The value of a unit at a node whose values are known for the units of the data: its own, or the mean
 * of its parts, each of which may be such a mean. Weights are brought to their sum; along a chain a
 * part weighs what its own parts weigh together, each by the share that was taken over.
 *
 * A part without a value leaves the whole without one, or is left out, as `withoutValue` has it. Where
 * the parts have none for different reasons, or only some have none, the state is `incomplete`; a mean
 * beyond the range of doubles is `undetermined`.
 */
export function meanOf(origin: Origin, column: Column, rule: MeanWeights): Valued {
  return combined(origin, column, rule);
}

interface Weighed extends Valued {
  readonly weight: number;
}

function combined(origin: Origin, column: Column, rule: MeanWeights): Weighed {
  const { weightOf, withoutValue } = rule;
  if (origin.kind === 'absent') return { value: NaN, state: STATE.not_collected, weight: 0 };
  if (origin.kind === 'unit') {
    const { unit, row } = origin;
    const weight = weightOf === null ? 1 : weightOf(unit, row);
    return { value: column.values[row] as number, state: column.states[row] as number, weight };
  }
  const parts = origin.parts.map(({ origin: part, share }) => {
    const own = combined(part, column, rule);
    return { ...own, weight: weightOf === null ? 1 : own.weight * share };
  });
  const weight = sum(parts.map((part) => part.weight));
  const present = parts.filter(({ state }) => state === STATE.scored);
  if (present.length === 0 || (present.length < parts.length && withoutValue === 'no_value')) {
    return { value: NaN, state: sharedState(parts), weight };
  }
  const value = weightedMean(present);
  if (!Number.isFinite(value)) return { value: NaN, state: STATE.undetermined, weight };
  return { value, state: STATE.scored, weight };
}

function sharedState(parts: readonly Valued[]): number {
  const first = (parts[0] as Valued).state;
  return parts.every(({ state }) => state === first) ? first : STATE.incomplete;
}

/** Weights over the largest of them first, so that no sum of theirs leaves the range. */
function weightedMean(parts: readonly Weighed[]): number {
  const largest = parts.reduce((most, { weight }) => Math.max(most, weight), 0);
  const weights = parts.map(({ weight }) => weight / largest);
  const total = sum(weights);
  const mean = sum(parts.map(({ value }, i) => value * (weights[i] as number))) / total;
  if (Number.isFinite(mean)) return mean;
  return sum(parts.map(({ value }, i) => value * ((weights[i] as number) / total)));
}
