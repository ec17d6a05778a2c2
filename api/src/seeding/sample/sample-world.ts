/** Everything that a sample is drawn from: the pure input of the generator. */
export interface SampleWorld {
  readonly seed: number;
  /** In order of time. */
  readonly years: readonly SampleYear[];
  readonly successions: readonly SampleSuccession[];
  readonly elements: readonly SampleElement[];
}

export interface SampleYear {
  readonly period: string;
  /** Who exists on the last day of the year. */
  readonly units: readonly SampleUnit[];
  /** Regions of that day. */
  readonly regions: readonly string[];
}

export type SampleLevel = 'nation' | 'ministry' | 'province';

export interface SampleUnit {
  readonly id: string;
  readonly level: SampleLevel;
  readonly kind: string;
  readonly regionId: string | null;
}

export interface SampleSuccession {
  readonly predecessorId: string;
  readonly successorId: string;
}

/** A data element that units report; those of published tables have no levels and are left alone. */
export interface SampleElement {
  readonly code: string;
  readonly valueType: string;
  readonly levels: readonly string[];
}

/** SDMX CL_OBS_STATUS, as observations carry it. */
export type SampleStatus = 'A' | 'E' | 'P' | 'V' | 'B' | 'M' | 'L' | 'O';

export interface SampleFigure {
  readonly unitId: string;
  readonly dataElement: string;
  readonly period: string;
  readonly value: number | null;
  readonly textValue: string | null;
  readonly status: SampleStatus;
  readonly note: string | null;
  /** An instant, ISO 8601. */
  readonly writtenAt: string;
}

/** What is told of a sample wherever its rows are stored. */
export const SAMPLE = {
  dataSet: 'sample',
  /** Drawn from it unless another is asked for. */
  seed: 142,
  actor: 'sample',
  sourceId: 'sample-data',
  /** The year that is not over: figures are provisional, and part of them are not in yet. */
  yearInCourse: '2026',
  years: ['2023', '2024', '2025', '2026'],
} as const;

/** The same elements for a unit of a level that it reports. */
export function reportedBy(elements: readonly SampleElement[], level: SampleLevel): readonly SampleElement[] {
  return elements.filter((element) => element.levels.includes(level));
}
