import type { UnitResult } from '../../model/assessment.js';
import type { Column } from '../../model/column.js';
import { mixedSource } from '../compare/mixed-source.js';
import { sourceOf, type Evaluation, type LeafColumns, type NodeColumns } from '../evaluate.js';
import type { ElementSource } from '../indicators/element-source.js';
import { detailOf, type Standing } from '../materialise.js';
import type { Plan } from '../plan.js';

/** One unit of an evaluation by itself, with the values that it has among all the others. */
export function aloneIn(evaluation: Evaluation, unit: number): Evaluation {
  const row = (column: Column): Column => ({
    values: column.values.slice(unit, unit + 1),
    states: column.states.slice(unit, unit + 1),
    marks: column.marks.slice(unit, unit + 1),
  });
  const nodes = [...evaluation.nodes].map(([index, { column, coverage }]) => {
    const own = coverage === null ? null : coverage.slice(unit, unit + 1);
    return [index, { column: row(column), coverage: own } satisfies NodeColumns] as const;
  });
  const leaves = [...evaluation.leaves].map(([index, stages]) => {
    const { raw, imputed, treated, normalised, outcome } = stages;
    const own = { raw: row(raw), imputed: row(imputed), treated: row(treated), normalised: row(normalised) };
    return [index, { ...own, outcome } satisfies LeafColumns] as const;
  });
  const { exclusions } = evaluation;
  return {
    roster: sourceOf({ units: evaluation.roster.units.slice(unit, unit + 1) }).roster,
    exclusions: {
      ...exclusions,
      units: exclusions.units === null ? null : exclusions.units.slice(unit, unit + 1),
    },
    nodes: new Map(nodes),
    leaves: new Map(leaves),
  };
}

/**
 * The result of one unit with its nodes, in the order of the plan, as `compute` gives it, without making
 * those of all the others. Cost: nodes.
 */
export function resultOf(
  plan: Plan,
  evaluation: Evaluation,
  elements: ElementSource,
  standing: Standing,
  unit: number,
): UnitResult {
  const ofUnit = { ranks: standing.ranks.slice(unit, unit + 1), bands: standing.bands.slice(unit, unit + 1) };
  const source = mixedSource([elements], [{ source: 0, row: unit }]);
  const [result] = detailOf(plan, aloneIn(evaluation, unit), source, ofUnit);
  return result as UnitResult;
}
