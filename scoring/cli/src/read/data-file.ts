import type { Dataset } from '@dti-monitor/scoring';
import { place, type Finding, type Place, type Reading } from '../finding.js';
import { readCell, readCellWithStatus, type CellReading } from './cell.js';
import { csvTable } from './csv-table.js';
import { PeriodStore, type StoredCell } from './period-store.js';
import { datasetOf } from './period-series.js';
import { suggestionFor } from './suggestion.js';

export interface DataRequest {
  /** Data elements that the framework asks for; those that have to be there; those that hold days. */
  readonly elements: readonly string[];
  readonly needed: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
  /** `all`: every unit is ranked with every other; `column`: by the column `group`. Absent: by it if it is there. */
  readonly group?: 'all' | 'column';
  /** The period that is scored; absent: the newest. */
  readonly period?: string;
  /** Rows of a long table about data elements that the framework does not ask for are passed over. */
  readonly ignoreUnknown: boolean;
}

export interface DataFile {
  readonly dataset: Dataset;
  readonly form: 'wide' | 'long';
  /** The period that is scored; `null` where the table has none. */
  readonly period: string | null;
  /** Columns, or data elements of a long table, that the framework does not ask for. */
  readonly unused: readonly string[];
  /** Where the cell of a unit stands, or the unit itself. */
  readonly placeOf: (unit: string | null, element: string | null) => Place;
}

/** Columns that say what a row is about, and what is never a data element. */
const KEYS = {
  wide: ['unit', 'group', 'period'],
  long: ['unit', 'group', 'period', 'element', 'value', 'status'],
};
/** The one group of units that are all ranked together. */
export const ALL = 'all';

/**
 * Reads a table of data: wide, with a row for each unit and a column for each data element, or long, with
 * the columns `element` and `value` and a row for each cell. Both may have `group` and `period`, the long
 * one `status`.
 *
 * @param file its name in messages
 * @returns the data set, or everything that is wrong, each with its line and column
 */
export function readDataFile(text: string, file: string, request: DataRequest): Reading<DataFile> {
  const table = csvTable(text, file);
  if (!('headings' in table)) return { ok: false, findings: table };
  const { headings } = table;
  const form = headings.includes('element') && headings.includes('value') ? 'long' : 'wide';
  const ofColumns = columnFindings(headings, form, file, request);
  const store = new PeriodStore();
  const reader = new RowReader(headings, form, file, request, store);
  const ofRows = ofColumns.some(({ code }) => code === 'COLUMN_ABSENT')
    ? []
    : [...table.readRows((cells, line) => reader.read(cells, line)), ...reader.findings];
  const findings = [...ofColumns, ...ofRows].sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
  if (findings.length > 0) return { ok: false, findings };
  const series = datasetOf(store, request, file);
  if (!series.ok) return series;
  const { dataset, period, own } = series.value;
  const known = new Set([...request.elements, ...KEYS[form]]);
  const unused = form === 'wide' ? headings.filter((heading) => !known.has(heading)) : [...reader.passedOver];
  const placeOf = (unit: string | null, element: string | null): Place =>
    place(file, own.lineOf(unit, element), form === 'wide' ? element : element === null ? null : 'value');
  return { ok: true, value: { dataset, form, period, unused, placeOf } };
}

function columnFindings(
  headings: readonly string[],
  form: 'wide' | 'long',
  file: string,
  { elements, needed, group }: DataRequest,
): readonly Finding[] {
  const at = place(file, 1);
  const asked = ['unit', ...(group === 'column' ? ['group'] : [])];
  const absent = asked
    .filter((heading) => !headings.includes(heading))
    .map((heading): Finding => {
      const suggestion = suggestionFor(heading, headings);
      return { code: 'COLUMN_ABSENT', path: '', params: { heading, suggestion }, place: at };
    });
  if (form === 'long') return absent;
  const free = headings.filter((heading) => !elements.includes(heading) && !KEYS.wide.includes(heading));
  const without = [...needed]
    .filter((element) => !headings.includes(element))
    .map((element): Finding => {
      const suggestion = suggestionFor(element, free);
      return { code: 'ELEMENT_WITHOUT_COLUMN', path: '', params: { element, suggestion }, place: at };
    });
  return [...absent, ...without];
}

/** Reads row after row into a store, and notes what is wrong with them. */
class RowReader {
  readonly findings: Finding[] = [];
  /** Data elements of a long table that nobody asks for. */
  readonly passedOver = new Set<string>();
  private readonly at: Readonly<Record<string, number>>;
  private readonly columns: readonly {
    readonly element: string;
    readonly index: number;
    readonly isDay: boolean;
  }[];
  private readonly asked: ReadonlySet<string>;

  constructor(
    headings: readonly string[],
    private readonly form: 'wide' | 'long',
    private readonly file: string,
    private readonly request: DataRequest,
    private readonly store: PeriodStore,
  ) {
    this.at = Object.fromEntries(headings.map((heading, index) => [heading, index]));
    this.asked = new Set(request.elements);
    this.columns = request.elements.flatMap((element) => {
      const index = headings.indexOf(element);
      return index < 0 ? [] : [{ element, index, isDay: request.days.has(element) }];
    });
  }

  read(cells: readonly string[], line: number): void {
    const unit = this.cellOf(cells, 'unit');
    if (unit === '') {
      this.note('UNIT_EMPTY', {}, line, 'unit');
      return;
    }
    const period = this.cellOf(cells, 'period');
    if ('period' in this.at && period === '') {
      this.note('PERIOD_EMPTY', {}, line, 'period');
      return;
    }
    const group = this.groupOf(cells);
    const known = this.store.unit(period, unit, group, line);
    if (this.form === 'long' && known.group !== group) {
      this.note('GROUP_DIFFERS', { unit, group, before: known.group, line: known.line }, line, 'group');
    }
    if (this.form === 'long') this.readLong(cells, line, period, unit);
    else if (known.line === line) this.readWide(cells, line, period, unit);
    else this.note('UNIT_DOUBLED', { unit, line: known.line }, line, 'unit');
  }

  private readWide(cells: readonly string[], line: number, period: string, unit: string): void {
    for (const { element, index, isDay } of this.columns) {
      this.keep(readCell(cells[index] ?? '', isDay), { period, unit, element, line }, element);
    }
  }

  private readLong(cells: readonly string[], line: number, period: string, unit: string): void {
    const element = this.cellOf(cells, 'element');
    if (element === '') {
      this.note('ELEMENT_EMPTY', {}, line, 'element');
      return;
    }
    if (!this.asked.has(element)) {
      this.passedOver.add(element);
      if (this.request.ignoreUnknown) return;
      const suggestion = suggestionFor(element, this.request.elements);
      this.note('ELEMENT_UNKNOWN', { element, suggestion }, line, 'element');
      return;
    }
    const value = cells[this.at['value'] as number] ?? '';
    const status = this.cellOf(cells, 'status');
    const isDay = this.request.days.has(element);
    this.keep(readCellWithStatus(value, status, isDay), { period, unit, element, line }, 'value');
  }

  private keep(cell: CellReading, where: Omit<StoredCell, 'value' | 'status'>, column: string): void {
    const { unit, element, line } = where;
    if ('fault' in cell) {
      this.note(cell.fault.code, { unit, element, ...cell.fault.params }, line, column);
      return;
    }
    const before = this.store.keep({ ...where, ...cell });
    if (before !== null) this.note('CELL_DOUBLED', { unit, element, line: before }, line, column);
  }

  private groupOf(cells: readonly string[]): string | null {
    if (this.request.group === 'all' || !('group' in this.at)) return ALL;
    const group = this.cellOf(cells, 'group');
    return group === '' ? null : group;
  }

  /** A cell that names something: trimmed, and composed as Unicode has it. Absent columns are empty. */
  private cellOf(cells: readonly string[], heading: string): string {
    const index = Object.hasOwn(this.at, heading) ? this.at[heading] : undefined;
    return index === undefined ? '' : (cells[index] ?? '').trim().normalize('NFC');
  }

  private note(code: string, params: Finding['params'], line: number, column: string): void {
    this.findings.push({ code, path: '', params, place: place(this.file, line, column) });
  }
}
