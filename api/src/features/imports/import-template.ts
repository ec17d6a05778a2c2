import { stringify } from 'csv-stringify/sync';
import type { UnitSummary } from '../units/unit.dto.js';
import type { ImportSpec } from './import-spec.js';

/** An empty table to fill in: the header, and a row for each unit of the level on the roster date. */
export function importTemplate(spec: ImportSpec, roster: readonly UnitSummary[]): string {
  const figures = spec.figures.map((column) => column.element.code);
  const [only] = spec.groupCodes;
  const group = spec.groupCodes.length === 1 ? (only ?? '') : '';
  const rows = roster
    .filter((unit) => unit.level === spec.level)
    .map((unit) => [unit.shortNameVi, group, ...figures.map(() => ''), '', '', '']);
  return stringify([['unit', 'group', ...figures, 'source', 'confidence', 'note'], ...rows], { bom: true });
}
