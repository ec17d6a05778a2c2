import { mean, quantile, roundHalfUp } from '@dti-monitor/scoring';
import type { ReportGroup, ReportIndex, ReportRow } from '../report-input.js';

/** A row whose total is known. */
export interface RowWithTotal extends ReportRow {
  readonly total: number;
}

export interface Tie {
  readonly rank: number;
  readonly rows: readonly ReportRow[];
  /** The rank the next unit has, or would have. */
  readonly next: number;
}

export interface RegionFinding {
  readonly region: string;
  readonly count: number;
  /** Rounded to the framework's decimals, so that differences of printed means are the printed differences. */
  readonly mean: number;
  readonly highest: RowWithTotal;
  readonly lowest: RowWithTotal;
  /** Highest less lowest. */
  readonly range: number;
}

export interface IndexFinding {
  readonly index: ReportIndex;
  readonly held: number;
  readonly mean: number;
}

/** What the rows of one group say, as numbers; sentences are made elsewhere. */
export interface GroupFindings {
  readonly listed: number;
  readonly withTotal: number;
  readonly withRank: number;
  /** Every unit of the group has a total: only then have mean, median, lowest and regions a meaning. */
  readonly complete: boolean;
  /** Ranked first, in the order of the table. */
  readonly ordered: readonly ReportRow[];
  readonly leaders: readonly ReportRow[];
  readonly mean: number | null;
  readonly median: number | null;
  readonly lowest: RowWithTotal | null;
  readonly ties: readonly Tie[];
  /** Highest mean first; empty when the group is not complete or a unit has no region. */
  readonly regions: readonly RegionFinding[];
  /** Scored main indices of which every listed unit has a value, highest mean first. */
  readonly heldIndices: readonly IndexFinding[];
  /** Rows whose recomputed total differs from the one shown. */
  readonly differing: readonly ReportRow[];
  /** Rows whose rank, taken again from the totals shown, is another one. */
  readonly reranked: readonly ReportRow[];
  /** Rows with a computed total among rows with published ones. */
  readonly filledIn: readonly ReportRow[];
  /** Rows whose total can be recomputed. */
  readonly comparable: number;
}

const vietnamese = new Intl.Collator('vi');

/** Counts, averages and compares the rows of a group. Pure; ranks are taken as given. */
export function groupFindings(group: ReportGroup): GroupFindings {
  const { decimals } = group.framework;
  const ordered = inTableOrder(group.rows);
  const withTotal = ordered.filter(hasTotal);
  const totals = withTotal.map((row) => row.total);
  const complete = group.expected !== null && totals.length === group.expected;
  return {
    listed: ordered.length,
    withTotal: totals.length,
    withRank: ordered.filter((row) => row.rank !== null).length,
    complete,
    ordered,
    leaders: ordered.filter((row) => row.rank === 1),
    mean: complete ? rounded(mean(totals), decimals) : null,
    median: complete ? rounded(quantile(totals, 0.5), decimals) : null,
    lowest: complete ? lowestOf(withTotal) : null,
    ties: tiesOf(ordered),
    regions: complete ? regionsOf(withTotal, decimals) : [],
    heldIndices: heldIndices(group),
    differing: ordered.filter((row) => row.difference !== null && row.difference !== 0),
    reranked: ordered.filter(({ rank, computedRank }) => computedRank !== null && rank !== computedRank),
    filledIn: filledIn(ordered),
    comparable: ordered.filter((row) => row.difference !== null).length,
  };
}

/** The order of the table: by rank, then by total, then by name; what has neither stands last. */
export function inTableOrder(rows: readonly ReportRow[]): readonly ReportRow[] {
  return [...rows].sort(
    (a, b) =>
      (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
      (b.total ?? -1) - (a.total ?? -1) ||
      vietnamese.compare(a.unit, b.unit),
  );
}

export function hasTotal(row: ReportRow): row is RowWithTotal {
  return row.total !== null;
}

function filledIn(rows: readonly ReportRow[]): readonly ReportRow[] {
  return rows.some((row) => row.totalBasis === 'published')
    ? rows.filter((row) => row.totalBasis === 'computed')
    : [];
}

function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : roundHalfUp(value, decimals);
}

function lowestOf(rows: readonly RowWithTotal[]): RowWithTotal | null {
  return rows.reduce<RowWithTotal | null>(
    (lowest, row) => (lowest === null || row.total < lowest.total ? row : lowest),
    null,
  );
}

function tiesOf(rows: readonly ReportRow[]): readonly Tie[] {
  return groupedBy(rows, (row) => row.rank)
    .filter(([, tied]) => tied.length > 1)
    .map(([rank, tied]) => ({ rank, rows: tied, next: rank + tied.length }));
}

function regionsOf(rows: readonly RowWithTotal[], decimals: number): readonly RegionFinding[] {
  if (rows.some((row) => row.region === null)) return [];
  return groupedBy(rows, (row) => row.region)
    .map(([region, members]) => regionFinding(region, members, decimals))
    .filter((finding) => finding !== null)
    .sort((a, b) => b.mean - a.mean || vietnamese.compare(a.region, b.region));
}

/** In order of first appearance; what has no key is left out. */
function groupedBy<Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key | null,
): readonly (readonly [Key, readonly Row[]])[] {
  const grouped = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) grouped.set(key, [...(grouped.get(key) ?? []), row]);
  }
  return [...grouped];
}

function regionFinding(
  region: string,
  members: readonly RowWithTotal[],
  decimals: number,
): RegionFinding | null {
  const ordered = [...members].sort((a, b) => b.total - a.total);
  const highest = ordered[0];
  const lowest = ordered.at(-1);
  const average = rounded(mean(members.map((row) => row.total)), decimals);
  if (highest === undefined || lowest === undefined || average === null) return null;
  const range = roundHalfUp(highest.total - lowest.total, decimals);
  return { region, count: members.length, mean: average, highest, lowest, range };
}

function heldIndices(group: ReportGroup): readonly IndexFinding[] {
  return group.framework.indices
    .filter((index) => index.scored)
    .map((index) => {
      const values = group.rows.map(
        (row) => row.indices.find(({ code }) => code === index.code)?.value ?? null,
      );
      const held = values.filter((value) => value !== null);
      const average = rounded(mean(held), group.framework.decimals) ?? 0;
      return { index, held: held.length, mean: average };
    })
    .filter(({ held }) => held > 0 && held === group.rows.length)
    .sort((a, b) => b.mean - a.mean);
}
