import {
  OBSERVATION_STATUSES,
  type Cell,
  type DataColumn,
  type Dataset,
  type EarlierPeriod,
  type ObservationStatus,
  type Unit,
} from '../../model/dataset.js';

/** A value with its status, for one unit and one data element. */
export type NewCell = Cell;

/**
 * A data set that is being changed: what it was made from stays as it is, and what no change touches is
 * shared with it. Cost: a change of a value copies its column or the list of cells once; a unit added
 * or removed copies every column.
 */
export class DatasetEdit {
  private units: readonly Unit[];
  private readonly periods: PeriodEdit[];
  private rows: Map<string, number> | null = null;

  constructor(private readonly dataset: Dataset) {
    this.units = dataset.units;
    this.periods = [dataset, ...(dataset.earlier ?? [])].map((period) => new PeriodEdit(period));
  }

  /** How many periods there are, this one among them. */
  get periodCount(): number {
    return this.periods.length;
  }

  hasUnit(code: string): boolean {
    return this.rowOf(code) !== undefined;
  }

  /** The unit and the period are there. */
  setValue(cell: NewCell, periodsBack: number): void {
    this.periods[periodsBack]?.set(cell, this.rowOf(cell.unit) as number);
  }

  addUnit(unit: Unit, cells: readonly NewCell[]): void {
    this.units = [...this.units, unit];
    this.rows = null;
    for (const period of this.periods) period.addRow();
    for (const cell of cells) this.setValue(cell, 0);
  }

  removeUnit(code: string): void {
    const row = this.rowOf(code);
    this.units = this.units.filter((unit) => unit.code !== code);
    this.rows = null;
    for (const period of this.periods) period.removeRow(code, row as number);
  }

  result(): Dataset {
    const [now, ...earlier] = this.periods.map((period) => period.result());
    return {
      units: this.units,
      ...now,
      ...(this.dataset.earlier === undefined ? {} : { earlier }),
    };
  }

  private rowOf(code: string): number | undefined {
    this.rows ??= new Map(this.units.map((unit, row) => [unit.code, row] as const));
    return this.rows.get(code);
  }
}

/** One period of it. */
class PeriodEdit {
  private cells: Cell[] | null = null;
  /** Place of a cell in `cells`, by data element and unit. */
  private places: Map<string, Map<string, number>> | null = null;
  private readonly columns: Map<string, DataColumn>;
  /** Data elements whose column is a copy already. */
  private readonly copied = new Set<string>();

  constructor(private readonly period: EarlierPeriod) {
    this.columns = new Map((period.columns ?? []).map((column) => [column.element, column]));
  }

  set(cell: Cell, row: number): void {
    const column = this.columns.get(cell.element);
    if (column === undefined) this.setCell(cell);
    else this.setInColumn(column, cell, row);
  }

  addRow(): void {
    for (const [element, column] of this.columns) {
      this.columns.set(element, withRow(column));
      this.copied.add(element);
    }
  }

  removeRow(code: string, row: number): void {
    for (const [element, column] of this.columns) {
      this.columns.set(element, withoutRow(column, row));
      this.copied.add(element);
    }
    this.cells = this.ownCells().filter(({ unit }) => unit !== code);
    this.places = null;
  }

  result(): EarlierPeriod {
    const cells = this.cells ?? this.period.cells;
    const columns = this.period.columns === undefined ? undefined : [...this.columns.values()];
    return { ...(cells === undefined ? {} : { cells }), ...(columns === undefined ? {} : { columns }) };
  }

  private setCell(cell: Cell): void {
    const cells = this.ownCells();
    const ofElement = this.placesOf(cell.element);
    const place = ofElement.get(cell.unit);
    if (place === undefined) ofElement.set(cell.unit, cells.push(cell) - 1);
    else cells[place] = cell;
  }

  private setInColumn(column: DataColumn, { element, value, status }: Cell, row: number): void {
    const own = this.copied.has(element) ? column : copyOf(column);
    const { values } = own as { values: Float64Array | (number | null)[] };
    values[row] = values instanceof Float64Array ? (value ?? 0) : value;
    const statuses = own.statuses as Uint8Array | ObservationStatus[];
    if (statuses instanceof Uint8Array) statuses[row] = OBSERVATION_STATUSES.indexOf(status);
    else statuses[row] = status;
    this.columns.set(element, own);
    this.copied.add(element);
  }

  private ownCells(): Cell[] {
    this.cells ??= [...(this.period.cells ?? [])];
    return this.cells;
  }

  private placesOf(element: string): Map<string, number> {
    if (this.places === null) {
      this.places = new Map();
      for (const [place, cell] of this.ownCells().entries()) {
        const ofElement = this.places.get(cell.element) ?? new Map<string, number>();
        this.places.set(cell.element, ofElement);
        ofElement.set(cell.unit, place);
      }
    }
    const found = this.places.get(element) ?? new Map<string, number>();
    this.places.set(element, found);
    return found;
  }
}

/** A copy with its statuses written out. */
function copyOf({ element, values, statuses }: DataColumn): DataColumn {
  if (values instanceof Float64Array) {
    return { element, values: values.slice(), statuses: copied(statuses) ?? new Uint8Array(values.length) };
  }
  const stated = copied(statuses) ?? values.map((value): ObservationStatus => (value === null ? 'L' : 'A'));
  return { element, values: [...values], statuses: stated };
}

function copied(statuses: DataColumn['statuses']): Uint8Array | ObservationStatus[] | undefined {
  if (statuses === undefined) return undefined;
  return statuses instanceof Uint8Array ? statuses.slice() : [...statuses];
}

/** A copy with one unit more, for which nothing was collected. */
function withRow(column: DataColumn): DataColumn {
  const { element, values, statuses } = copyOf(column);
  return {
    element,
    values: values instanceof Float64Array ? Float64Array.from([...values, 0]) : [...values, null],
    statuses:
      statuses instanceof Uint8Array
        ? Uint8Array.from([...statuses, OBSERVATION_STATUSES.indexOf('L')])
        : [...(statuses ?? []), 'L'],
  };
}

function withoutRow(column: DataColumn, row: number): DataColumn {
  const { element, values, statuses } = copyOf(column);
  const stays = (_: unknown, index: number): boolean => index !== row;
  return {
    element,
    values: values instanceof Float64Array ? values.filter(stays) : values.filter(stays),
    ...(statuses === undefined
      ? {}
      : { statuses: statuses instanceof Uint8Array ? statuses.filter(stays) : statuses.filter(stays) }),
  };
}
