import type { FrameworkChange } from './framework-changes.js';

/** Keys that only tell: whatever is not among them could change a score, or what a score is a score of. */
const TOLD = [
  'name',
  'version',
  'legal_basis',
  'legal_basis_text',
  'issued',
  'status',
  'status_reason',
  'proposed',
  'source',
  'confidence',
  'note',
  'definition',
  'evidence',
  'automatic_source',
  'not_applicable_rule',
];

/** Whether any of the differences touches more than words. The end of a version's periods is no rule. */
export function changesWhatScores(changes: readonly FrameworkChange[]): boolean {
  return changes.some(
    (change) => change.field === null || !(TOLD.includes(change.field) || isEndOfPeriods(change)),
  );
}

function isEndOfPeriods({ field, before, after }: FrameworkChange): boolean {
  const from = (periods: unknown): unknown => (periods as { readonly from?: unknown } | null)?.from;
  return field === 'periods' && from(before) === from(after);
}
