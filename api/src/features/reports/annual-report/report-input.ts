/**
 * What the annual report is made of: plain data, already decided. The report composes sentences from it and
 * computes nothing that ranks or scores; it only counts, averages and compares what it is given.
 *
 * Texts that reach the page (names, titles, notes) are Vietnamese. Days are `YYYY-MM-DD`, instants ISO 8601.
 * Values of the index and of its parts are ratios from 0 to 1.
 */

export type ReportLevel = 'nation' | 'ministry' | 'province';

/** Why a value is there or is not; the same codes as the results of an assessment. */
export type ReportValueState =
  'scored' | 'not_collected' | 'missing' | 'not_applicable' | 'incomplete' | 'not_scored' | 'undetermined';

/** official, press, third-party-copy, recollection, derived: the kinds of `seeds/sources.yaml`. */
export type ReportSourceKind = 'official' | 'press' | 'third-party-copy' | 'recollection' | 'derived';

export interface ReportIssuer {
  /** The ministry in charge on the day of the report, e.g. "Bộ Khoa học và Công nghệ". */
  readonly name: string;
  /** As it stands in document numbers, e.g. "BKHCN". */
  readonly abbreviation: string;
  /** The agency above it; null for a ministry, which by Decree 30 prints none. */
  readonly parent: string | null;
}

/** The duty to report: which clause of which document. */
export interface ReportMandate {
  readonly clause: string;
  readonly document: string;
  readonly issuedOn: string;
  readonly issuedBy: string;
  readonly subject: string;
}

export interface ReportEdition {
  readonly code: string;
  /** Code of the index it is of: `dti`, or `data` for the data sub-index. */
  readonly index: string;
  readonly title: string;
  /** The year assessed, e.g. "2022". */
  readonly period: string;
  readonly publishedOn: string | null;
  readonly kind: 'as_published' | 'computed';
  readonly status: 'draft' | 'published';
  /** 1 is the first issue of the edition. */
  readonly revision: number;
}

export interface NationalValue {
  readonly value: number;
  /** Decimals it was published with: no more are printed. */
  readonly decimals: number;
  readonly sourceIds: readonly string[];
}

export interface ReportIndex {
  readonly code: string;
  readonly name: string;
  /** 0 where the method gives none: then its shares say what counts for how much. */
  readonly maxPoints: number;
  /** Share of the whole that the method asks for, 0 to 1. */
  readonly share?: number | undefined;
  /** false: listed by the method, carries no points (e.g. Đô thị thông minh). */
  readonly scored: boolean;
}

/** Stable codes of the method; a code without a sentence here is printed as it stands. */
export interface ReportMethod {
  readonly aggregation: string;
  readonly missing: string;
  readonly notApplicable: string;
  readonly rankMethod: string;
  /** Decimals ranks are taken at; null: unrounded. */
  readonly rankDecimals: number | null;
  readonly rounding: string;
}

export interface ReportFramework {
  readonly code: string;
  readonly name: string;
  readonly legalBasis: string;
  readonly issuedOn: string | null;
  /** Decimals that totals and values of main indices are printed with. */
  readonly decimals: number;
  /** The main indices in the method's order; empty where only a total is published. */
  readonly indices: readonly ReportIndex[];
  /** Indicators below the main indices: how many the method has (null: not known), how many are held. */
  readonly indicators: { readonly inMethod: number | null; readonly held: number };
  readonly method: ReportMethod;
  /** Why the method is a proposal; null or absent where it was issued. */
  readonly proposed?: string | null;
}

export interface ReportIndexValue {
  readonly code: string;
  readonly value: number | null;
  readonly state: ReportValueState;
}

export interface ReportRow {
  /** Short name on the date of the roster, e.g. "Đà Nẵng", "TP. Hồ Chí Minh", "Bộ Tài chính". */
  readonly unit: string;
  readonly region: string | null;
  /** The rank shown. Units of one rank are tied. */
  readonly rank: number | null;
  /** By the totals shown, where the group is complete; else null. */
  readonly computedRank: number | null;
  /** The total shown and ranked. */
  readonly total: number | null;
  readonly totalBasis: 'published' | 'computed' | null;
  /** Recomputed, rounded as the method states, less published; 0 when they agree, null when not comparable. */
  readonly difference: number | null;
  readonly indices: readonly ReportIndexValue[];
  readonly sourceIds: readonly string[];
  /** high, medium-high, medium, low; null: not stated. */
  readonly confidence: string | null;
}

/** Units ranked among themselves, under one framework version. */
export interface ReportGroup {
  readonly code: string;
  /** A heading, e.g. "Các tỉnh, thành phố trực thuộc trung ương". */
  readonly name: string;
  readonly level: ReportLevel;
  /** How many units the group has; null: not known. */
  readonly expected: number | null;
  readonly framework: ReportFramework;
  readonly rows: readonly ReportRow[];
}

/** A published aggregate of a group, held to check the rows by. */
export interface ReportCheckFigure {
  readonly groupCode: string;
  readonly groupName: string;
  readonly statistic: 'mean';
  readonly published: number;
  readonly decimals: number;
  /** From the totals held; null where the group is not complete. */
  readonly recomputed: number | null;
  readonly sourceIds: readonly string[];
}

export interface ReportSource {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly kind: ReportSourceKind;
  /** Printed as it stands, so Vietnamese; null where there is none in Vietnamese. */
  readonly note: string | null;
}

export interface ReportRecipient {
  readonly name: string;
  /** Whether it is sent as a report ("để báo cáo"). */
  readonly forReport: boolean;
  /** Marked "cần đối chiếu": the body may have been replaced since. */
  readonly toBeVerified: boolean;
}

/** Who signs; blank parts are left to be filled in by hand. */
export interface ReportSignatory {
  /** e.g. "KT. BỘ TRƯỞNG"; null where the head signs. */
  readonly authority: string | null;
  /** e.g. "THỨ TRƯỞNG"; null: blank. */
  readonly position: string | null;
}

/** What the figures can be recomputed from. */
export interface ReportProvenance {
  /** A day, or an instant. */
  readonly dataCutOff: string;
  /** When the latest of the results was computed: not when it is printed, or no two prints were alike. */
  readonly generatedAt: string;
  readonly systemName: string;
  readonly assessments: readonly {
    readonly id: string;
    readonly frameworkCode: string;
    readonly inputHash: string;
    readonly engineVersion: string;
  }[];
}

export interface AnnualReportInput {
  readonly issuer: ReportIssuer;
  readonly mandate: ReportMandate;
  readonly reportDate: string;
  /** The number before "/BC-"; null: blank, as in a draft. */
  readonly documentNumber: number | null;
  readonly place: string;
  /** Prints "DỰ THẢO" across every page. */
  readonly draft: boolean;
  /** The figures are invented: every page says so, behind the text and in its head. */
  readonly sample: boolean;
  readonly edition: ReportEdition;
  readonly national: NationalValue | null;
  readonly groups: readonly ReportGroup[];
  /** Groups the framework ranks of which no figure is held for the period. */
  readonly absentGroups: readonly { readonly code: string; readonly name: string }[];
  readonly checkFigures: readonly ReportCheckFigure[];
  readonly sources: readonly ReportSource[];
  readonly recipients: readonly ReportRecipient[];
  readonly signatory: ReportSignatory;
  readonly provenance: ReportProvenance;
}

/** The yearly report to the Prime Minister and the National Committee: Decision 142/QĐ-TTg, VIII.2.b. */
export const DECISION_142_MANDATE: ReportMandate = {
  clause: 'điểm b khoản 2 mục VIII Điều 1',
  document: 'Quyết định số 142/QĐ-TTg',
  issuedOn: '2024-02-02',
  issuedBy: 'Thủ tướng Chính phủ',
  subject: 'phê duyệt Chiến lược dữ liệu quốc gia đến năm 2030',
};
