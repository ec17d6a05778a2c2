/**
 * SDMX code list CL_OBS_STATUS, as far as it is used: A normal, E estimated, I imputed, P provisional,
 * V unvalidated, B break (these have a value); M cannot exist, L not collected, O missing (these have none).
 */
export type ObservationStatus = 'A' | 'E' | 'I' | 'P' | 'V' | 'B' | 'M' | 'L' | 'O';

/** Every status, in the order in which a column of bytes numbers them. */
export const OBSERVATION_STATUSES: readonly ObservationStatus[] = [
  'A',
  'E',
  'I',
  'P',
  'V',
  'B',
  'M',
  'L',
  'O',
];

/** Statuses that say why there is no value. */
export const STATUSES_WITHOUT_VALUE: readonly ObservationStatus[] = ['M', 'L', 'O'];

/** A unit that is assessed, and the peer group it is ranked in. */
export interface Unit {
  readonly code: string;
  /** `null`: scored, but ranked with nobody. */
  readonly group: string | null;
}

/** The value of one data element for one unit. A cell that is absent was not collected. */
export interface Cell {
  readonly unit: string;
  readonly element: string;
  readonly value: number | null;
  readonly status: ObservationStatus;
}

/**
 * One data element for every unit, in the order of `units`: the shape for large data. In a plain list
 * `null` is a value that was not collected; in typed arrays `statuses` says where there is none, and
 * what the number is there does not matter.
 */
export interface DataColumn {
  readonly element: string;
  readonly values: Float64Array | readonly (number | null)[];
  /** Numbers of `OBSERVATION_STATUSES`, or the statuses; absent: `A`, and `L` for `null`. */
  readonly statuses?: Uint8Array | readonly ObservationStatus[];
}

/** An earlier period of the same units, for growth and for the last value carried. */
export interface EarlierPeriod {
  readonly cells?: readonly Cell[];
  readonly columns?: readonly DataColumn[];
}

/** The data of a period: cells, columns, or both for different data elements. */
export interface Dataset {
  readonly units: readonly Unit[];
  readonly cells?: readonly Cell[];
  readonly columns?: readonly DataColumn[];
  /** Newest first: one period back, two back, … A unit without a value there simply has none. */
  readonly earlier?: readonly EarlierPeriod[];
}
