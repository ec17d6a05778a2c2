import type { Duty, DutyHolder, DutyRecipient } from '../features/duties/duty.entity.js';
import type { Schedule } from '../features/duties/schedule.js';

interface Text {
  readonly vi: string;
  readonly en: string;
}

interface Days {
  readonly from?: string;
  readonly to?: string;
}

type TextCheck = 'as_printed' | 'mended' | 'damaged';

/** `seeds/duties/*.yaml`, as seeds/schemas/duties.schema.json has it. */
export interface DutiesFile {
  readonly counted?: NonNullable<Duty['counted']>;
  readonly source: readonly string[];
  readonly confidence: string;
  /** Of every duty of the file that has no days of its own. */
  readonly valid?: Days;
  readonly duties: readonly SeedDuty[];
}

export interface SeedDuty {
  readonly code: string;
  readonly act: string;
  readonly name: Text;
  readonly words?: string;
  readonly time_printed?: string;
  readonly text_check?: TextCheck;
  readonly legal_basis: readonly string[];
  readonly who: DutyHolder;
  readonly actor: Text;
  readonly schedule: Schedule;
  readonly recipients?: readonly DutyRecipient[];
  readonly standing: Duty['standing'];
  readonly in_force?: false;
  readonly valid?: Days;
  readonly note?: Text;
}

/** `seeds/guidance/*.yaml`, as seeds/schemas/guidance.schema.json has it. */
export interface GuidanceFile {
  readonly framework: {
    readonly code: string;
    readonly document: string;
    readonly name: Text;
    readonly standing: string;
    readonly presented_on: string;
    readonly source: readonly string[];
    readonly confidence: string;
  };
  readonly levels: readonly {
    readonly level: number;
    readonly name: Text;
    readonly headline?: Text;
    readonly criteria: readonly (Text & { readonly code: string; readonly text_check?: TextCheck })[];
  }[];
  readonly groups: readonly {
    readonly code: string;
    readonly name: Text;
    readonly basis_printed?: string;
    readonly legal_basis: readonly string[];
    readonly activities: readonly SeedActivity[];
  }[];
}

export interface SeedActivity {
  readonly code: string;
  readonly number: number | null;
  readonly name: Text;
  readonly agency?: string;
  readonly objective?: string;
  readonly result?: string;
  readonly basis_printed?: string;
  readonly legal_basis: readonly string[];
  readonly applies_to: readonly string[];
  readonly text_check: TextCheck;
}
