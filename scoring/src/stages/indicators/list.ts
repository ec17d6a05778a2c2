import { emptyColumn, STATE, type Column } from '../../model/column.js';
import type { Formula } from '../../model/formula.js';
import { putNumber, putState } from './cell.js';
import type { ElementSource } from './element-source.js';

type Of<Kind extends Formula['kind']> = Extract<Formula, { readonly kind: Kind }>;

/** The elements of a list, counted by unit. */
interface Tally {
  /** Elements that can exist for the unit, with a value or without. */
  readonly applicable: Uint32Array;
  /** Elements that have a value. */
  readonly present: Uint32Array;
  /** The state of the gaps, `scored` where there is none: missing before not collected. */
  readonly gap: Uint8Array;
}

/**
 * Sum of the elements of a unit, compensated. What cannot exist adds nothing and is no gap; where none of
 * them can exist the sum cannot either.
 */
export function sumOf(formula: Of<'sum'>, source: ElementSource): Column {
  const { size } = source;
  const tally = emptyTally(size);
  const total = new Float64Array(size);
  const lost = new Float64Array(size);
  for (const code of formula.elements) {
    const element = source.element(code);
    count(element, tally);
    for (let unit = 0; unit < size; unit++) {
      if (element.states[unit] !== STATE.scored) continue;
      const value = element.values[unit] as number;
      const before = total[unit] as number;
      const next = before + value;
      // Neumaier's compensation, as in numeric/sum.ts, here for every unit at once.
      const error = Math.abs(before) >= Math.abs(value) ? before - next + value : value - next + before;
      lost[unit] = (lost[unit] as number) + error;
      total[unit] = next;
    }
  }
  return settled(tally, formula.gap === 'zero', (into, unit) => {
    putNumber(into, unit, (total[unit] as number) + (lost[unit] as number));
  });
}

/**
 * Elements that are 1 over the elements that were answered with 1 or 0. What cannot exist is on neither
 * side. A gap leaves no number, counts as answered with no, or is on neither side either; where that
 * leaves nothing, the gap stays. An answer that is neither 1 nor 0 makes the cell undetermined.
 */
export function shareOfYes(formula: Of<'share_of_yes'>, source: ElementSource): Column {
  const { size } = source;
  const { gap } = formula;
  const tally = emptyTally(size);
  const yes = new Uint32Array(size);
  for (const code of formula.elements) {
    const element = source.element(code);
    count(element, tally);
    for (let unit = 0; unit < size; unit++) {
      const value = element.values[unit] as number;
      if (value === 1) yes[unit] = (yes[unit] as number) + 1;
      else if (value !== 0 && element.states[unit] === STATE.scored) tally.gap[unit] = STATE.undetermined;
    }
  }
  const answered = gap === 'no' ? tally.applicable : tally.present;
  return settled(tally, gap !== 'missing', (into, unit) => {
    if (answered[unit] === 0) putState(into, unit, tally.gap[unit] as number);
    else putNumber(into, unit, (yes[unit] as number) / (answered[unit] as number));
  });
}

function emptyTally(size: number): Tally {
  return {
    applicable: new Uint32Array(size),
    present: new Uint32Array(size),
    gap: new Uint8Array(size),
  };
}

function count({ states }: Column, { applicable, present, gap }: Tally): void {
  for (let unit = 0; unit < states.length; unit++) {
    const state = states[unit] as number;
    if (state === STATE.not_applicable) continue;
    applicable[unit] = (applicable[unit] as number) + 1;
    if (state === STATE.scored) present[unit] = (present[unit] as number) + 1;
    // Of two gaps the larger number is the more telling: missing, then not collected.
    if (state > (gap[unit] as number)) gap[unit] = state;
  }
}

/** The column of a list formula; `put` writes the number of a unit whose gaps, if any, are accepted. */
function settled(
  { applicable, gap }: Tally,
  acceptsGaps: boolean,
  put: (into: Column, unit: number) => void,
): Column {
  const into = emptyColumn(applicable.length);
  for (let unit = 0; unit < applicable.length; unit++) {
    const state = gap[unit] as number;
    if (applicable[unit] === 0) putState(into, unit, STATE.not_applicable);
    else if (state === STATE.undetermined || (state !== STATE.scored && !acceptsGaps)) {
      putState(into, unit, state);
    } else put(into, unit);
  }
  return into;
}
