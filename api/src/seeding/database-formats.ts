/** The shapes of `seeds/databases/*.yaml`; the JSON Schemas are what they are checked by. */
interface Text {
  readonly vi: string;
  readonly en: string;
}

interface Named {
  readonly code: string;
  readonly name: Text;
}

interface Printed extends Named {
  readonly text: string;
  readonly legal_basis: readonly string[];
}

interface Sourced {
  readonly source: readonly string[];
  readonly confidence: string;
}

export interface NationalDatabasesFile {
  readonly conditions: readonly (Printed & {
    readonly aspects: readonly Named[];
    readonly source: readonly string[];
  })[];
  readonly qualities: readonly (Printed & { readonly source: readonly string[] })[];
  readonly databases: readonly SeedNationalDatabase[];
}

export interface SeedNationalDatabase extends Sourced {
  readonly id: string;
  readonly name: Text;
  readonly short: Text;
  readonly legal_basis: readonly string[];
  readonly owner: Sourced & {
    readonly standing: 'implied' | 'not_stated';
    readonly unit?: string;
    readonly legal_basis?: readonly string[];
    readonly note: Text;
    readonly recollection?: Sourced & { readonly unit: string };
  };
  readonly facts: readonly (Sourced &
    Named & {
      readonly value?: number;
      readonly unit?: Text;
      readonly as_of: string;
      readonly text: Text;
    })[];
}

export interface DatabaseClassesFile {
  readonly classes: readonly (Printed &
    Sourced & { readonly group: number; readonly levels: readonly string[] })[];
  readonly marks: readonly (Printed & Sourced & { readonly needs: readonly string[] })[];
  readonly inventory: Sourced & {
    readonly every_months: number;
    readonly due: { readonly before: string; readonly legal_basis: readonly string[] };
    readonly assessments: readonly (Printed & { readonly aspects: readonly Named[] })[];
    readonly steps: readonly (Printed & {
      readonly actor: 'owner' | 'it_unit';
      readonly standing: 'printed' | 'own';
    })[];
  };
}
