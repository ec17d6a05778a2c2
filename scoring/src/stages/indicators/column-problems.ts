import {
  OBSERVATION_STATUSES,
  type DataColumn,
  type Dataset,
  type EarlierPeriod,
  type ObservationStatus,
  type Unit,
} from '../../model/dataset.js';
import type { Problem } from '../../model/outcome.js';
import { shown } from '../validate/shape.js';

/** A column that is wrong throughout is told by its first cells and a count of the rest. */
export const LISTED_CELLS = 20;

const FIRST_WITHOUT_VALUE = OBSERVATION_STATUSES.indexOf('M');

/** What is wrong with a cell: a code of a problem, or nothing. */
type CellFault =
  'VALUE_NOT_A_NUMBER' | 'VALUE_NOT_FINITE' | 'VALUE_ABSENT' | 'VALUE_NOT_EXPECTED' | 'STATUS_UNKNOWN';

/**
 * Checks the columns of a data set and of its earlier periods: each names a data element of its own, is as
 * long as the list of units, and has a finite number wherever its status says that there is a value. At
 * most 20 faulty cells of a column are listed, then `CELLS_NOT_LISTED` says how many more there are.
 * Cost: one pass over the cells; a sound column allocates nothing.
 *
 * @param path of the data set, e.g. `dataset`
 */
export function columnProblems(dataset: Dataset, path: string): readonly Problem[] {
  const problems = periodProblems(dataset, dataset.units, path);
  (dataset.earlier ?? []).forEach((period, index) => {
    problems.push(...periodProblems(period, dataset.units, `${path}.earlier[${index}]`));
  });
  return problems;
}

function periodProblems(period: EarlierPeriod, units: readonly Unit[], path: string): Problem[] {
  const columns: unknown = period.columns ?? [];
  if (!Array.isArray(columns)) return [{ code: 'COLUMNS_INVALID', path: `${path}.columns`, params: {} }];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  columns.forEach((column: Partial<DataColumn> | null, index) => {
    const own = `${path}.columns[${index}]`;
    const element: unknown = column?.element;
    if (typeof element !== 'string' || element === '') {
      problems.push({ code: 'COLUMN_ELEMENT_INVALID', path: `${own}.element`, params: {} });
      return;
    }
    if (seen.has(element)) problems.push({ code: 'COLUMN_ELEMENT_DOUBLED', path: own, params: { element } });
    seen.add(element);
    problems.push(...contentProblems(element, column as DataColumn, units, own));
  });
  const both = new Set<string>();
  for (const { element } of period.cells ?? []) {
    if (!seen.has(element) || both.has(element)) continue;
    both.add(element);
    problems.push({ code: 'ELEMENT_IN_CELLS_AND_COLUMNS', path: `${path}.columns`, params: { element } });
  }
  return problems;
}

function contentProblems(
  element: string,
  { values, statuses }: DataColumn,
  units: readonly Unit[],
  path: string,
): readonly Problem[] {
  const problems = [
    ...lengthProblems(element, values, values instanceof Float64Array, units.length, `${path}.values`),
    ...(statuses === undefined
      ? []
      : lengthProblems(element, statuses, statuses instanceof Uint8Array, units.length, `${path}.statuses`)),
  ];
  return problems.length > 0 ? problems : cellProblems(element, { element, values, statuses }, units, path);
}

function lengthProblems(
  element: string,
  list: unknown,
  typed: boolean,
  length: number,
  path: string,
): readonly Problem[] {
  if (!typed && !Array.isArray(list)) return [{ code: 'COLUMN_NOT_A_LIST', path, params: { element } }];
  const own = (list as ArrayLike<unknown>).length;
  if (own === length) return [];
  return [{ code: 'COLUMN_LENGTH_WRONG', path, params: { element, length: own, units: length } }];
}

interface Content {
  readonly element: string;
  readonly values: DataColumn['values'];
  readonly statuses: DataColumn['statuses'] | undefined;
}

function cellProblems(
  element: string,
  content: Content,
  units: readonly Unit[],
  path: string,
): readonly Problem[] {
  const { values, statuses } = content;
  if (values instanceof Float64Array && statuses === undefined && allFinite(values)) return [];
  const problems: Problem[] = [];
  let faulty = 0;
  for (let index = 0; index < units.length; index++) {
    const fault = faultOf(values, statuses, index);
    if (fault === null) continue;
    faulty++;
    if (faulty > LISTED_CELLS) continue;
    const where = fault === 'STATUS_UNKNOWN' ? 'statuses' : 'values';
    const params = { unit: (units[index] as Unit).code, element, ...tellingOf(fault, content, index) };
    problems.push({ code: fault, path: `${path}.${where}[${index}]`, params });
  }
  if (faulty > LISTED_CELLS) {
    problems.push({ code: 'CELLS_NOT_LISTED', path, params: { element, more: faulty - LISTED_CELLS } });
  }
  return problems;
}

function allFinite(values: Float64Array): boolean {
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    // Only NaN and the infinities do not vanish against themselves; `Number.isFinite` costs a call.
    if (value - value !== 0) return false;
  }
  return true;
}

function faultOf(
  values: DataColumn['values'],
  statuses: Content['statuses'],
  index: number,
): CellFault | null {
  const value = values[index];
  const status = statuses?.[index];
  if (statuses === undefined) return value === null ? null : numberFaultOf(value);
  const number =
    typeof status === 'number' ? status : OBSERVATION_STATUSES.indexOf(status as ObservationStatus);
  if (OBSERVATION_STATUSES[number] === undefined) return 'STATUS_UNKNOWN';
  if (number < FIRST_WITHOUT_VALUE) {
    if (value === null) return 'VALUE_ABSENT';
    return numberFaultOf(value);
  }
  // A typed array has to hold some number there; in a list it contradicts the status.
  return values instanceof Float64Array || value === null ? null : 'VALUE_NOT_EXPECTED';
}

function numberFaultOf(value: unknown): CellFault | null {
  if (typeof value !== 'number') return 'VALUE_NOT_A_NUMBER';
  return Number.isFinite(value) ? null : 'VALUE_NOT_FINITE';
}

/** What a reader needs beside the place: the status, as it stands there or by its letter. */
function tellingOf(fault: CellFault, { values, statuses }: Content, index: number): Problem['params'] {
  if (fault === 'VALUE_NOT_FINITE') return {};
  if (fault === 'VALUE_NOT_A_NUMBER') return { found: shown(values[index]) };
  const status = statuses?.[index];
  return { status: String(typeof status === 'number' ? (OBSERVATION_STATUSES[status] ?? status) : status) };
}
