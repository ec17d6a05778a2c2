import { STATE, type Column } from '../../model/column.js';
import { OBSERVATION_STATUSES, type Cell, type DataColumn, type Dataset } from '../../model/dataset.js';
import { putNumber, putState } from './cell.js';

/**
 * The data elements of a data set as columns, in the order of its units. Columns may share their arrays
 * with the data set and with each other: they are for reading, as everywhere in the engine.
 */
export interface ElementSource {
  /** Number of units. */
  readonly size: number;
  /**
   * The values of a data element, `periodsBack` periods ago (0 = the period itself). What the data set
   * does not hold was not collected.
   */
  element(code: string, periodsBack?: number): Column;
  /** Status of each of them, a number of `OBSERVATION_STATUSES`; `L` for what the data set does not hold. */
  statusesOf(code: string, periodsBack?: number): Uint8Array;
  /** Path into the data set of one value of the period, e.g. `dataset.cells[12]`; for a problem to name. */
  pathOf(code: string, unit: number): string;
}

interface Absent {
  readonly column: Column;
  readonly statuses: Uint8Array;
}

interface Observed extends Absent {
  /** Where each value stands in the list of cells, −1 where there is none. */
  readonly places: Int32Array;
}

/** What the data set holds of one period, by data element. */
interface Period {
  readonly columns: ReadonlyMap<string, DataColumn>;
  /** Grouped at the first question; a list of cells can only be read as a whole. */
  readonly cells: () => ReadonlyMap<string, Observed>;
}

/** Arrays that every column without gaps and without anything to say of a cell shares. */
interface Blank {
  readonly states: Uint8Array;
  readonly marks: Uint16Array;
}

const NOT_COLLECTED = OBSERVATION_STATUSES.indexOf('L');
const FIRST_WITHOUT_VALUE = OBSERVATION_STATUSES.indexOf('M');
const STATUS_NUMBERS: ReadonlyMap<unknown, number> = new Map(
  OBSERVATION_STATUSES.map((status, number) => [status, number]),
);
/** State of a cell by the number of its status; a status that nobody knows says nothing was collected. */
const STATES_BY_STATUS = new Uint8Array(256).fill(STATE.not_collected);
STATES_BY_STATUS.fill(STATE.scored, 0, FIRST_WITHOUT_VALUE);
STATES_BY_STATUS[OBSERVATION_STATUSES.indexOf('M')] = STATE.not_applicable;
STATES_BY_STATUS[OBSERVATION_STATUSES.indexOf('O')] = STATE.missing;

/**
 * Reads a data set by data element. M is not applicable, O missing, L or nothing at all not collected;
 * every other status has a value. −0 is read as 0. Of data that validation would refuse: a value that is
 * not finite is undetermined, an absent one not collected, and of two cells the later counts.
 *
 * Cost: a column of numbers without statuses is passed on as it is unless a value has to be changed, so
 * no more than one column is copied for one question. Cells are grouped once, when first asked for.
 */
export function elementSource(dataset: Dataset): ElementSource {
  const size = dataset.units.length;
  const unitIndex = once(() => new Map(dataset.units.map((unit, index) => [unit.code, index])));
  const blank: Blank = { states: new Uint8Array(size), marks: new Uint16Array(size) };
  const absent = once(() => absentOf(blank.marks));
  const periods: readonly Period[] = [dataset, ...(dataset.earlier ?? [])].map(({ cells, columns }) => ({
    columns: new Map((columns ?? []).map((column) => [column.element, column])),
    cells: once(() => observedByElement(cells ?? [], unitIndex(), blank)),
  }));
  return {
    size,
    element: (code, periodsBack = 0) => {
      const column = periods[periodsBack]?.columns.get(code);
      if (column !== undefined) return columnOf(numbersOf(column.values), ownStatuses(column, size), blank);
      return (periods[periodsBack]?.cells().get(code) ?? absent()).column;
    },
    statusesOf: (code, periodsBack = 0) => {
      const column = periods[periodsBack]?.columns.get(code);
      // `A` is number 0, so the states that say "a value everywhere" say "A everywhere" too.
      if (column !== undefined) return ownStatuses(column, size) ?? blank.states;
      return (periods[periodsBack]?.cells().get(code) ?? absent()).statuses;
    },
    pathOf: (code, unit) => {
      const index = (dataset.columns ?? []).findIndex(({ element }) => element === code);
      if (index >= 0) return `dataset.columns[${index}].values[${unit}]`;
      const place = periods[0]?.cells().get(code)?.places[unit] ?? -1;
      return place >= 0 ? `dataset.cells[${place}]` : `dataset.units[${unit}]`;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function absentOf(marks: Uint16Array): Absent {
  const size = marks.length;
  const values = new Float64Array(size).fill(Number.NaN);
  const states = new Uint8Array(size).fill(STATE.not_collected);
  return { column: { values, states, marks }, statuses: new Uint8Array(size).fill(NOT_COLLECTED) };
}

function observedByElement(
  cells: readonly Cell[],
  unitIndex: ReadonlyMap<string, number>,
  blank: Blank,
): ReadonlyMap<string, Observed> {
  const size = blank.states.length;
  const read = new Map<string, Omit<Observed, 'column'> & { readonly values: Float64Array }>();
  cells.forEach(({ unit, element, value, status }, place) => {
    const index = unitIndex.get(unit);
    if (index === undefined) return;
    let observed = read.get(element);
    if (observed === undefined) {
      const statuses = new Uint8Array(size).fill(NOT_COLLECTED);
      observed = { values: new Float64Array(size), statuses, places: new Int32Array(size).fill(-1) };
      read.set(element, observed);
    }
    const number = STATUS_NUMBERS.get(status) ?? NOT_COLLECTED;
    observed.values[index] = value ?? Number.NaN;
    observed.statuses[index] = value == null && number < FIRST_WITHOUT_VALUE ? NOT_COLLECTED : number;
    observed.places[index] = place;
  });
  const columns = new Map<string, Observed>();
  for (const [element, { values, statuses, places }] of read) {
    columns.set(element, { column: columnOf(values, statuses, blank), statuses, places });
  }
  return columns;
}

/** The statuses of a column, as numbers; `null` = a value everywhere. */
function ownStatuses({ values, statuses }: DataColumn, size: number): Uint8Array | null {
  const typed = values instanceof Float64Array;
  if (typed && statuses === undefined && values.length === size) return null;
  if (typed && statuses instanceof Uint8Array && statuses.length === size) return statuses;
  const numbers = new Uint8Array(size);
  for (let unit = 0; unit < size; unit++) {
    const status = statuses === undefined ? 0 : statuses[unit];
    const number = typeof status === 'number' ? status : (STATUS_NUMBERS.get(status) ?? NOT_COLLECTED);
    numbers[unit] = number < FIRST_WITHOUT_VALUE && values[unit] == null ? NOT_COLLECTED : number;
  }
  return numbers;
}

function numbersOf(values: DataColumn['values']): Float64Array {
  if (values instanceof Float64Array) return values;
  const numbers = new Float64Array(values.length);
  for (let unit = 0; unit < values.length; unit++) numbers[unit] = values[unit] ?? Number.NaN;
  return numbers;
}

/** @param statuses `null` = a value everywhere */
function columnOf(values: Float64Array, statuses: Uint8Array | null, { states, marks }: Blank): Column {
  if (statuses === null && isClean(values)) return { values, states, marks };
  const column = { values: new Float64Array(states.length), states: new Uint8Array(states.length), marks };
  for (let unit = 0; unit < states.length; unit++) {
    const value = values[unit] as number;
    const state = statuses === null ? STATE.scored : (STATES_BY_STATUS[statuses[unit] as number] as number);
    if (state === STATE.scored) putNumber(column, unit, value);
    else putState(column, unit, state);
  }
  return column;
}

/** Whether the numbers can stand as they are: all finite, none of them −0. */
function isClean(values: Float64Array): boolean {
  for (let unit = 0; unit < values.length; unit++) {
    const value = values[unit] as number;
    if (value === 0 ? 1 / value < 0 : value - value !== 0) return false;
  }
  return true;
}
