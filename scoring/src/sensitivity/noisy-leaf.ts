import { STATE, type Column } from '../model/column.js';
import type { FrameworkNode } from '../model/framework.js';
import type { DataNoise } from '../model/simulation.js';
import type { RandomGenerator } from '../numeric/random.js';
import type { Source } from '../stages/evaluate.js';
import type { ElementSource } from '../stages/indicators/element-source.js';
import { indicator } from '../stages/indicators/indicator.js';
import type { LeafRules, PlanNode } from '../stages/plan.js';

/**
 * Raw values of an indicator with noise on each: a share of the value, or in its unit. They are held
 * within what the indicator may be: its bounds, or 0 to the maximum under a ratio to it. One that is
 * beyond the range of doubles is undetermined. A gap stays a gap.
 *
 * One number is drawn for every unit, so that what a unit has does not move the noise of another.
 */
export function disturbed(
  raw: Column,
  noise: DataNoise,
  bounds: { readonly minimum?: number; readonly maximum?: number },
  random: RandomGenerator,
): Column {
  const { minimum = -Infinity, maximum = Infinity } = bounds;
  const values = raw.values.slice();
  const states = raw.states.slice();
  for (let unit = 0; unit < values.length; unit += 1) {
    const drawn = noise.distribution === 'normal' ? random.normal() : 2 * random.uniform() - 1;
    if (states[unit] !== STATE.scored) continue;
    const value = values[unit] as number;
    const moved = value + noise.size * drawn * (noise.scale === 'relative' ? Math.abs(value) : 1);
    if (Number.isFinite(moved)) values[unit] = Math.min(Math.max(moved, minimum), maximum) + 0;
    else {
      values[unit] = Number.NaN;
      states[unit] = STATE.undetermined;
    }
  }
  return { values, states, marks: raw.marks };
}

/** What a raw value of the leaf may be under the rules of a run. */
export function boundsUnder(
  { bounds }: FrameworkNode,
  { normalise, maximum }: LeafRules,
): { readonly minimum?: number; readonly maximum?: number } {
  return bounds ?? (normalise.method === 'ratio_to_maximum' ? { minimum: 0, maximum } : {});
}

/** The leaf without its formula, which is in the raw values already: it reads them from `sourceOfRaw`. */
export function withoutFormula(at: PlanNode): PlanNode {
  const { formula: _worked, ...node } = at.node;
  return { ...at, node };
}

/** A source that has a leaf's raw values as the data element of its code, and earlier ones as they were. */
export function sourceOfRaw(source: Source, leaf: FrameworkNode, raw: Column): Source {
  const { elements } = source;
  const backFrom = (periods: number): ElementSource => ({
    ...elements,
    element: (code, back = 0) => elements.element(code, back + periods),
  });
  return {
    ...source,
    elements: {
      ...elements,
      element: (_code, back = 0) => (back === 0 ? raw : indicator(leaf, backFrom(back))),
    },
  };
}
