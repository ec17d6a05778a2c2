/**
 * SDMX code list CL_OBS_STATUS, as far as it is used: A normal, E estimated, I imputed, P provisional,
 * V unvalidated, B break (these have a value); M cannot exist, L not collected, O missing (these have none).
 */
export type ObservationStatus = 'A' | 'E' | 'I' | 'P' | 'V' | 'B' | 'M' | 'L' | 'O';

/** Statuses that say why there is no value. */
export const STATUSES_WITHOUT_VALUE: readonly ObservationStatus[] = ['M', 'L', 'O'];

/** A unit that is assessed, and the peer group it is ranked in. */
export interface Unit {
  readonly code: string;
  /** `null`: scored, but ranked with nobody. */
  readonly group: string | null;
}

/** The value of one leaf for one unit. A cell that is absent was not collected. */
export interface Cell {
  readonly unit: string;
  /** Code of a leaf of the framework. */
  readonly node: string;
  readonly value: number | null;
  readonly status: ObservationStatus;
}

export interface Dataset {
  readonly units: readonly Unit[];
  readonly cells: readonly Cell[];
}
