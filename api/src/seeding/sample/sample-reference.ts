import type { SampleLevel } from './sample-world.js';

/** What the reference data hold that records are made for: duties, tasks, databases and their words. */
export interface SampleReference {
  readonly duties: readonly SampleDuty[];
  readonly tasks: readonly SampleTask[];
  readonly nationalDatabases: readonly string[];
  readonly terms: readonly SampleTerm[];
}

/** A duty that falls due once a year for units of some levels. */
export interface SampleDuty {
  readonly code: string;
  readonly levels: readonly SampleLevel[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface SampleTask {
  readonly code: string;
  readonly answeredBy: 'lead' | 'each_ministry' | 'each_province' | 'each_ministry_and_province';
  readonly actions: readonly SampleAction[];
}

export interface SampleAction {
  readonly number: number;
  readonly schedule: 'years' | 'ongoing' | 'unstated';
  readonly yearFrom: number | null;
}

/** A word of the documents about databases: a class, a mark, an aspect. */
export interface SampleTerm {
  readonly kind: string;
  readonly code: string;
  readonly levels: readonly string[];
}

/** Rows of a table: its columns in camel case, values as JSON has them. */
export interface TableRows {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Years of which units reported under the Decision: it is of February 2024. */
export const DECISION_YEARS = ['2024', '2025', '2026'] as const;
