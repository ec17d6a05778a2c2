import { STATE, type Column } from '../../model/column.js';
import { OBSERVATION_STATUSES, type ObservationStatus } from '../../model/dataset.js';
import type { FrameworkNode } from '../../model/framework.js';
import type { ElementSource } from './element-source.js';
import { elementsOf, formulaOf } from './indicator.js';

/** From the firmest to the weakest: what is worked out is no firmer than the weakest of what it is made of. */
const FIRMEST_FIRST: readonly ObservationStatus[] = ['A', 'B', 'P', 'V', 'E', 'I'];

/** Weakness of a status by its number; 0 for those that come without a value. */
const WEAKNESS = Uint8Array.from(OBSERVATION_STATUSES, (status) =>
  Math.max(0, FIRMEST_FIRST.indexOf(status)),
);
const BY_WEAKNESS = Uint8Array.from(FIRMEST_FIRST, (status) => OBSERVATION_STATUSES.indexOf(status));

/** Status of a cell without a number by its state; the other states have their data's. */
const WITHOUT_NUMBER: ReadonlyMap<number, number> = new Map([
  [STATE.not_collected, OBSERVATION_STATUSES.indexOf('L')],
  [STATE.missing, OBSERVATION_STATUSES.indexOf('O')],
  [STATE.not_applicable, OBSERVATION_STATUSES.indexOf('M')],
]);

/**
 * Status of an indicator, unit by unit, as numbers of `OBSERVATION_STATUSES`: the weakest among the values
 * that it is worked out from (imputed, estimated, unvalidated, provisional, break, normal), those of the
 * period before included for growth. Without a number: M, O or L by its state; undetermined, as its data.
 * Source: SDMX CL_OBS_STATUS; which of two is the weaker is this engine's own order.
 *
 * @param raw what `indicator` gave for the same leaf and source
 */
export function statusesOf(leaf: FrameworkNode, raw: Column, source: ElementSource): Uint8Array {
  const weakest = new Uint8Array(source.size);
  const periods = formulaOf(leaf).kind === 'growth' ? 2 : 1;
  for (const element of elementsOf(leaf)) {
    for (let back = 0; back < periods; back++) {
      const statuses = source.statusesOf(element, back);
      for (let unit = 0; unit < weakest.length; unit++) {
        const own = WEAKNESS[statuses[unit] as number] as number;
        if (own > (weakest[unit] as number)) weakest[unit] = own;
      }
    }
  }
  for (let unit = 0; unit < weakest.length; unit++) {
    const state = raw.states[unit] as number;
    const without = state === STATE.scored ? undefined : WITHOUT_NUMBER.get(state);
    weakest[unit] = without ?? (BY_WEAKNESS[weakest[unit] as number] as number);
  }
  return weakest;
}
