import type { FrameworkStatus } from '../framework.entity.js';

export interface LocalText {
  readonly vi: string;
  readonly en: string;
}

/** A rule as a file writes it: words with underscores, a bare word for a method without parameters. */
export type RuleDocument =
  string | number | boolean | readonly unknown[] | { readonly [key: string]: unknown };

/** A node of a framework file. */
export interface NodeDocument {
  readonly code: string;
  readonly kind: 'index' | 'sub_index' | 'component' | 'indicator';
  readonly name: LocalText;
  readonly points?: number;
  readonly weight?: number;
  readonly scored?: boolean;
  readonly element?: string;
  readonly definition?: LocalText;
  readonly evidence?: LocalText;
  readonly automatic_source?: LocalText;
  readonly not_applicable_rule?: LocalText;
  readonly legal_basis?: readonly string[];
  readonly proposed?: LocalText;
  readonly source?: readonly string[];
  readonly confidence?: string;
  readonly note?: string;
  readonly children?: readonly NodeDocument[];
  /** Rules of the engine: `formula`, `normalise`, `aggregation`, … */
  readonly [rule: string]: unknown;
}

/** A data element that a framework file brings along, or one of `seeds/data-elements`. */
export interface ElementDocument {
  readonly code: string;
  readonly name: LocalText;
  readonly value_type: 'ratio' | 'rank' | 'code' | 'count' | 'amount' | 'yes_no' | 'day';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly decimals?: number;
  readonly description: LocalText;
  readonly unit?: LocalText;
  readonly levels?: readonly string[];
}

/** A framework file as plain data: what `seeds/schemas/framework.schema.json` lets through. */
export interface FrameworkDocument {
  readonly code: string;
  readonly index: string;
  readonly level: 'nation' | 'ministry' | 'province';
  readonly name: LocalText;
  readonly version: string;
  /** In words, or as references to clauses. */
  readonly legal_basis: string | readonly string[];
  readonly legal_basis_text?: string;
  readonly author?: string;
  readonly change_reason?: string;
  readonly copied_from?: string;
  readonly issued?: string;
  readonly periods: { readonly from: string; readonly to?: string };
  readonly status: FrameworkStatus;
  readonly status_reason?: LocalText;
  readonly proposed?: LocalText;
  readonly source: readonly string[];
  readonly confidence: string;
  readonly note?: string;
  readonly data_elements?: readonly ElementDocument[];
  readonly method: Readonly<Record<string, unknown>>;
  /** Absent of a framework that nobody has published by. */
  readonly published?: {
    readonly total: string;
    readonly rank?: string;
    readonly group: string;
    readonly checks: readonly string[];
  };
  readonly tree: NodeDocument;
}

/** Nodes of a tree, parents before children. */
export function nodesOf(node: NodeDocument): readonly NodeDocument[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}
