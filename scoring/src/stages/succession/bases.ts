import type { Unit } from '../../model/dataset.js';
import type { PredecessorShare, SuccessionRule, UnitBasis } from '../../model/succession.js';
import type { Origin } from './lineage.js';
import type { MeanWeights } from './merged-values.js';

/** Where each unit's values come from, and from which units of the data by which weights. */
export function basesOf(
  units: readonly Unit[],
  origins: readonly Origin[],
  rule: SuccessionRule,
  weights: MeanWeights | null,
): readonly UnitBasis[] {
  return units.map(({ code: unit }, u) => {
    const origin = origins[u] as Origin;
    if (origin.kind === 'unit') return { unit, basis: 'reported', rule: null, predecessors: [] };
    if (origin.kind === 'absent') return { unit, basis: 'absent', rule: null, predecessors: [] };
    return { unit, basis: 'restated', rule: rule.method, predecessors: predecessorsOf(origin, weights) };
  });
}

function predecessorsOf(origin: Origin, weights: MeanWeights | null): readonly PredecessorShare[] {
  const byUnit = new Map<string, PredecessorShare>();
  for (const term of termsOf(origin, weights)) {
    const before = byUnit.get(term.unit);
    const weight = term.weight === null ? null : (before?.weight ?? 0) + term.weight;
    byUnit.set(term.unit, { ...term, weight, share: (before?.share ?? 0) + term.share });
  }
  return [...byUnit.values()];
}

function termsOf(origin: Origin, weights: MeanWeights | null): readonly PredecessorShare[] {
  if (origin.kind !== 'merged') {
    return [
      { unit: origin.unit, weight: weights === null ? null : 1, share: 1, inData: origin.kind === 'unit' },
    ];
  }
  const own = origin.parts.map(
    (part) => countOf(part.origin, weights) * (weights?.weightOf == null ? 1 : part.share),
  );
  const largest = Math.max(...own);
  const total = own.reduce((all, weight) => all + weight / largest, 0);
  return origin.parts.flatMap((part, i) =>
    termsOf(part.origin, weights).map((term) => ({
      ...term,
      weight: term.weight === null ? null : (term.weight * ((own[i] as number) / largest)) / total,
      share: term.share * part.share,
    })),
  );
}

/** How much a part weighs beside its siblings; one that is not in the data weighs nothing by population. */
function countOf(origin: Origin, weights: MeanWeights | null): number {
  if (weights?.weightOf == null) return 1;
  if (origin.kind === 'absent') return 0;
  if (origin.kind === 'unit') return weights.weightOf(origin.unit, origin.row);
  return origin.parts.reduce((all, part) => all + countOf(part.origin, weights) * part.share, 0);
}
