import type { ValueType } from '../features/observations/observation.entity.js';
import type { UnitKind } from '../features/units/unit.dto.js';

/** The shapes of the YAML files; the JSON Schemas beside the files are what they are checked by. */
interface Text {
  readonly vi: string;
  readonly en: string;
}

interface Days {
  readonly from?: string;
  readonly to?: string;
}

export interface SourcesFile {
  readonly sources: readonly {
    readonly id: string;
    readonly title: { readonly vi: string; readonly en?: string };
    readonly url?: string;
    readonly kind: string;
    readonly note?: string;
    readonly retrieved?: string;
  }[];
}

export interface RegionsFile {
  readonly regions: readonly {
    readonly id: string;
    readonly name: Text;
    readonly valid: Days;
    readonly source: readonly string[];
  }[];
}

export interface UnitsFile {
  readonly units: readonly SeedUnit[];
}

export interface SeedUnit {
  readonly id: string;
  readonly level: 'nation' | 'ministry' | 'province';
  readonly valid: Days;
  readonly names: readonly (Text & Days & { readonly short_vi?: string })[];
  readonly kinds: readonly (Days & { readonly kind: UnitKind })[];
  readonly codes?: readonly (Days & {
    readonly scheme: string;
    readonly code: string;
    readonly verified: boolean;
    readonly confidence?: string;
    readonly source: readonly string[];
  })[];
  readonly regions?: readonly (Days & { readonly region: string; readonly source: readonly string[] })[];
  readonly aliases?: readonly (Days & { readonly text: string })[];
  readonly legal_basis?: string;
  readonly source: readonly string[];
  readonly confidence: string;
  readonly note?: string;
}

export interface SuccessionFile {
  readonly succession: readonly {
    readonly change: string;
    readonly effective_date: string;
    readonly predecessor: string;
    readonly successor: string;
    readonly legal_basis?: string;
    readonly confidence: string;
    readonly note?: string;
    readonly source: readonly string[];
  }[];
}

export interface ResponsibleFile {
  readonly ministry_in_charge: readonly {
    readonly unit: string;
    readonly abbreviation: string;
    readonly valid: Days;
    readonly confidence: string;
    readonly source: readonly string[];
  }[];
  readonly report_recipients: readonly {
    readonly id: string;
    readonly name: Text;
    readonly valid: Days;
    readonly to_be_verified_from?: string;
    readonly legal_basis?: string;
    readonly confidence: string;
    readonly note?: string;
    readonly source: readonly string[];
  }[];
}

export interface DataElementsFile {
  readonly data_elements: readonly {
    readonly code: string;
    readonly name: Text;
    readonly value_type: ValueType;
    readonly unit?: Text;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly decimals?: number;
    readonly levels?: readonly ('nation' | 'ministry' | 'province')[];
    readonly description: Text;
  }[];
}

export interface EditionFile {
  readonly code: string;
  readonly title: Text;
  readonly period: string;
  readonly published_on: string;
  readonly roster_date: string;
  readonly source: readonly string[];
  readonly confidence: string;
  readonly note?: Text;
  readonly assessments: readonly {
    readonly framework: string;
    /** Absent: no row of the published table is held. */
    readonly file?: string;
    readonly groups: readonly {
      readonly code: string;
      readonly name: Text;
      readonly expected: number | null;
      readonly note?: string;
    }[];
  }[];
  readonly check_figures: readonly {
    readonly framework: string;
    readonly group: string;
    readonly element: string;
    readonly statistic: 'mean';
    readonly value: number;
    readonly decimals: number;
    readonly source: readonly string[];
    readonly confidence: string;
  }[];
}
