interface Text {
  readonly vi: string;
  readonly en: string;
}

/** The shape of seeds/targets/*.yaml; targets.schema.json is what they are checked by. */
export interface TargetsFile {
  readonly programme: string;
  readonly due: string;
  readonly groups: readonly { readonly code: string; readonly clause?: string; readonly name: Text }[];
  readonly targets: readonly SeedTarget[];
}

export interface SeedTarget {
  readonly code: string;
  readonly group: string;
  readonly legal_basis: readonly string[];
  readonly name: Text;
  readonly due?: string;
  readonly each_unit?: { readonly legal_basis: string };
  readonly owners?: readonly {
    readonly unit: string;
    readonly role: 'leads' | 'guides';
    readonly legal_basis: string;
    readonly part?: Text;
  }[];
  readonly owner_note?: Text;
  readonly tracking?: { readonly body: Text; readonly legal_basis: string };
  readonly conditions?: readonly { readonly code: string; readonly words: string; readonly name: Text }[];
  readonly measures: readonly SeedMeasure[];
}

export interface SeedMeasure {
  readonly code: string;
  readonly kind: 'printed' | 'carried' | 'no_figure';
  readonly words: string;
  readonly name: Text;
  readonly comparator?: 'at_least' | 'more_than';
  readonly value?: number;
  readonly unit: 'percent' | 'count' | 'yes_no';
  readonly numerator?: Text;
  readonly denominator?: Text;
  readonly definition?: 'stated' | 'proposed' | 'to_be_defined';
  readonly definition_note?: Text;
  readonly exclusion?: { readonly words: string; readonly name: Text };
  readonly freshness?: { readonly kind: 'real_time' | 'timely'; readonly words: string };
  readonly levels?: readonly ('nation' | 'ministry' | 'province')[];
  readonly roll_up?: 'sum_over_sum' | 'share_of_yes' | 'share_of_list' | 'reported_for_nation';
  readonly not_applicable?: 'none' | 'no_need' | 'nothing_to_count';
  readonly not_applicable_standing?: 'stated' | 'proposed';
  readonly not_applicable_note?: Text;
  readonly formula?: Readonly<Record<string, unknown>>;
}
