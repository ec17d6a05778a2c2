import { OBSERVATION_STATUSES, type ObservationStatus } from '@dti-monitor/scoring';

export interface StoredUnit {
  readonly unit: string;
  readonly group: string | null;
  /** Place among the units of its period. */
  readonly index: number;
  /** Line on which it is first named. */
  readonly line: number;
}

export interface StoredCell {
  readonly period: string;
  readonly unit: string;
  readonly element: string;
  readonly line: number;
  readonly value: number | null;
  readonly status: ObservationStatus;
}

interface StoredColumn {
  readonly values: number[];
  /** Numbers of `OBSERVATION_STATUSES`. */
  readonly statuses: number[];
  readonly lines: number[];
}

const NOT_COLLECTED = OBSERVATION_STATUSES.indexOf('L');

/** What a table says of one period. */
export class StoredPeriod {
  readonly units = new Map<string, StoredUnit>();
  readonly columns = new Map<string, StoredColumn>();

  constructor(readonly code: string) {}

  /** Line on which a cell stands, or its unit where the cell is not named; `null` where neither is there. */
  lineOf(unit: string | null, element: string | null): number | null {
    const known = unit === null ? undefined : this.units.get(unit);
    if (known === undefined) return null;
    const own = element === null ? undefined : this.columns.get(element)?.lines[known.index];
    return own ?? known.line;
  }

  /** A column in the order of the given units, with what the table does not name as not collected. */
  column(
    element: string,
    units: readonly string[],
  ): { readonly values: Float64Array; readonly statuses: Uint8Array } {
    const values = new Float64Array(units.length);
    const statuses = new Uint8Array(units.length).fill(NOT_COLLECTED);
    const stored = this.columns.get(element);
    units.forEach((unit, position) => {
      const index = this.units.get(unit)?.index;
      const status = index === undefined ? undefined : stored?.statuses[index];
      if (index === undefined || status === undefined) return;
      statuses[position] = status;
      values[position] = stored?.values[index] ?? 0;
    });
    return { values, statuses };
  }
}

/** The cells of a table, by period, data element and unit. */
export class PeriodStore {
  readonly periods = new Map<string, StoredPeriod>();

  /** The unit as the table first named it in the period: as given, if it is new there. */
  unit(code: string, unit: string, group: string | null, line: number): StoredUnit {
    const period = this.periods.get(code) ?? new StoredPeriod(code);
    this.periods.set(code, period);
    const known = period.units.get(unit);
    if (known !== undefined) return known;
    const stored = { unit, group, index: period.units.size, line };
    period.units.set(unit, stored);
    return stored;
  }

  /** Keeps a cell of a known unit; returns the line of the one that is there already, or `null`. */
  keep({ period: code, unit, element, value, status, line }: StoredCell): number | null {
    const period = this.periods.get(code) as StoredPeriod;
    const { index } = period.units.get(unit) as StoredUnit;
    let column = period.columns.get(element);
    if (column === undefined) {
      column = { values: [], statuses: [], lines: [] };
      period.columns.set(element, column);
    }
    const before = column.lines[index];
    if (before !== undefined) return before;
    column.values[index] = value ?? 0;
    column.statuses[index] = OBSERVATION_STATUSES.indexOf(status);
    column.lines[index] = line;
    return null;
  }
}
