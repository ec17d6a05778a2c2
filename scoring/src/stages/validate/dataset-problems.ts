import {
  OBSERVATION_STATUSES,
  STATUSES_WITHOUT_VALUE,
  type Dataset,
  type ObservationStatus,
} from '../../model/dataset.js';
import type { Problem } from '../../model/outcome.js';
import { columnProblems } from '../indicators/column-problems.js';
import { isCode, isRecord, shown, type Unknowns } from './shape.js';

/**
 * Whether a data set can be read: units with codes of their own, lists of cells and columns. Values are
 * only looked at where this finds nothing.
 */
export function datasetShapeProblems(dataset: unknown): readonly Problem[] {
  if (!isRecord(dataset)) {
    return [{ code: 'DATASET_INVALID', path: 'dataset', params: { found: shown(dataset) } }];
  }
  const problems: Problem[] = [
    ...unitsProblems(dataset['units']),
    ...periodShapeProblems(dataset, 'dataset'),
  ];
  const { earlier } = dataset;
  if (earlier === undefined) return problems;
  if (!Array.isArray(earlier)) {
    return [
      ...problems,
      { code: 'EARLIER_INVALID', path: 'dataset.earlier', params: { found: shown(earlier) } },
    ];
  }
  earlier.forEach((period: unknown, index) => {
    const path = `dataset.earlier[${index}]`;
    if (isRecord(period)) problems.push(...periodShapeProblems(period, path));
    else problems.push({ code: 'EARLIER_INVALID', path, params: { found: shown(period) } });
  });
  return problems;
}

function unitsProblems(units: unknown): readonly Problem[] {
  if (!Array.isArray(units)) {
    return [{ code: 'UNITS_INVALID', path: 'dataset.units', params: { found: shown(units) } }];
  }
  if (units.length === 0) return [{ code: 'NO_UNITS', path: 'dataset.units', params: {} }];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  units.forEach((unit: unknown, index) => {
    const path = `dataset.units[${index}]`;
    if (!isRecord(unit) || !isCode(unit['code'])) {
      problems.push({ code: 'UNIT_CODE_EMPTY', path, params: {} });
      return;
    }
    const { code, group } = unit;
    if (seen.has(code as string))
      problems.push({ code: 'UNIT_DOUBLED', path, params: { unit: shown(code) } });
    seen.add(code as string);
    if (group !== null && !isCode(group)) {
      problems.push({
        code: 'UNIT_GROUP_INVALID',
        path: `${path}.group`,
        params: { unit: shown(code), group: shown(group) },
      });
    }
  });
  return problems;
}

function periodShapeProblems({ cells, columns }: Unknowns, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  if (cells !== undefined && !Array.isArray(cells)) {
    problems.push({ code: 'CELLS_INVALID', path: `${path}.cells`, params: { found: shown(cells) } });
  } else if (Array.isArray(cells)) {
    const index = cells.findIndex((cell) => !isRecord(cell));
    if (index >= 0)
      problems.push({
        code: 'CELLS_INVALID',
        path: `${path}.cells[${index}]`,
        params: { found: shown(cells[index]) },
      });
  }
  if (columns !== undefined && !Array.isArray(columns)) {
    problems.push({ code: 'COLUMNS_INVALID', path: `${path}.columns`, params: { found: shown(columns) } });
  }
  return problems;
}

/**
 * Every cell and column of a readable data set: of a unit that is there, for a data element that the
 * framework asks for, once, with a number exactly where its status says so.
 *
 * @param elements the data elements that the framework asks for
 */
export function datasetProblems(dataset: Dataset, elements: ReadonlySet<string>): readonly Problem[] {
  const units = new Set((dataset.cells ?? []).length === 0 ? [] : dataset.units.map(({ code }) => code));
  const problems: Problem[] = [...columnProblems(dataset, 'dataset')];
  const periods = [
    { ...dataset, path: 'dataset' },
    ...(dataset.earlier ?? []).map((period, i) => ({ ...period, path: `dataset.earlier[${i}]` })),
  ];
  for (const { cells = [], columns = [], path, ...period } of periods) {
    // An earlier period may hold units and data elements that today's method no longer asks for.
    const isNow = 'units' in period;
    problems.push(...cellsProblems(cells, isNow ? units : null, isNow ? elements : null, `${path}.cells`));
    if (!isNow) continue;
    columns.forEach((column, index) => {
      if (!isCode(column?.element) || elements.has(column.element)) return;
      const params = { element: column.element };
      problems.push({ code: 'ELEMENT_UNKNOWN', path: `${path}.columns[${index}]`, params });
    });
  }
  return problems;
}

function cellsProblems(
  cells: NonNullable<Dataset['cells']>,
  units: ReadonlySet<string> | null,
  elements: ReadonlySet<string> | null,
  path: string,
): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, Set<string>>();
  cells.forEach((cell, index) => {
    const { unit, element } = cell;
    const own = `${path}[${index}]`;
    const about = { unit: shown(unit), element: shown(element) };
    if (units !== null && !units.has(unit))
      problems.push({ code: 'CELL_UNIT_UNKNOWN', path: own, params: about });
    const ofElement = seen.get(element) ?? new Set<string>();
    seen.set(element, ofElement);
    if (ofElement.has(unit)) problems.push({ code: 'CELL_DOUBLED', path: own, params: about });
    ofElement.add(unit);
    if (elements !== null && !elements.has(element)) {
      problems.push({ code: 'ELEMENT_UNKNOWN', path: own, params: about });
    }
    const fault = faultOf(cell.value, cell.status);
    if (fault !== null)
      problems.push({ code: fault, path: own, params: { ...about, ...tellingOf(fault, cell) } });
  });
  return problems;
}

function faultOf(value: unknown, status: unknown): string | null {
  if (!OBSERVATION_STATUSES.includes(status as ObservationStatus)) return 'STATUS_UNKNOWN';
  const cannotHave = STATUSES_WITHOUT_VALUE.includes(status as ObservationStatus);
  if (value === null) return cannotHave ? null : 'VALUE_ABSENT';
  if (cannotHave) return 'VALUE_NOT_EXPECTED';
  if (typeof value !== 'number') return 'VALUE_NOT_A_NUMBER';
  return Number.isFinite(value) ? null : 'VALUE_NOT_FINITE';
}

function tellingOf(
  fault: string,
  { value, status }: { readonly value: unknown; readonly status: unknown },
): Problem['params'] {
  if (fault === 'VALUE_NOT_A_NUMBER') return { found: shown(value) };
  return fault === 'VALUE_NOT_FINITE' ? {} : { status: shown(status) };
}
