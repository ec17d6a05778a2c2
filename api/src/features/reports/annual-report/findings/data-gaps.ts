import type { AnnualReportInput, ReportGroup, ReportRow, ReportSource } from '../report-input.js';
import { groupFindings } from './group-findings.js';

/** What the figures lack or must be read with, as codes and counts. */
export type DataGap =
  | { readonly code: 'copied_only'; readonly rows: number; readonly of: number }
  | { readonly code: 'groups_absent'; readonly groups: readonly string[] }
  | { readonly code: 'units_absent'; readonly group: string; readonly absent: number; readonly of: number }
  | { readonly code: 'group_size_unknown'; readonly group: string }
  | { readonly code: 'rank_without_total'; readonly group: string; readonly rows: number }
  | { readonly code: 'total_without_rank'; readonly group: string; readonly rows: number }
  | {
      readonly code: 'indices_not_collected';
      readonly group: string;
      readonly indices: readonly string[];
      readonly rows: number;
      readonly of: number;
    }
  | { readonly code: 'parts_not_published'; readonly group: string }
  | { readonly code: 'indicators_not_held'; readonly framework: string; readonly inMethod: number | null }
  | { readonly code: 'recipient_to_be_verified'; readonly recipients: readonly string[] };

/** Every gap that can be counted from the input, in the order the report tells them. Pure. */
export function dataGaps(input: AnnualReportInput): readonly DataGap[] {
  return [
    ...copiedOnly(input),
    ...groupsAbsent(input),
    ...input.groups.flatMap(groupGaps),
    ...indicatorsNotHeld(input.groups),
    ...recipientsToBeVerified(input),
  ];
}

/** Rows that rest on copies alone: not one source of theirs is official or press. */
export function copiedRows(
  rows: readonly ReportRow[],
  sources: readonly ReportSource[],
): readonly ReportRow[] {
  const copied = new Set(sources.filter(({ kind }) => kind === 'third-party-copy').map(({ id }) => id));
  return rows.filter(({ sourceIds }) => sourceIds.length > 0 && sourceIds.every((id) => copied.has(id)));
}

function copiedOnly(input: AnnualReportInput): readonly DataGap[] {
  const all = input.groups.flatMap((group) => group.rows);
  const rows = copiedRows(all, input.sources).length;
  return rows === 0 ? [] : [{ code: 'copied_only', rows, of: all.length }];
}

function groupsAbsent({ absentGroups }: AnnualReportInput): readonly DataGap[] {
  const groups = absentGroups.map(({ name }) => name);
  return groups.length === 0 ? [] : [{ code: 'groups_absent', groups }];
}

function groupGaps(group: ReportGroup): readonly DataGap[] {
  const findings = groupFindings(group);
  const gaps: DataGap[] = [];
  const absent = (group.expected ?? findings.listed) - findings.listed;
  if (absent > 0)
    gaps.push({ code: 'units_absent', group: group.name, absent, of: group.expected ?? absent });
  if (group.expected === null) gaps.push({ code: 'group_size_unknown', group: group.name });
  const rankOnly = group.rows.filter((row) => row.rank !== null && row.total === null).length;
  if (rankOnly > 0) gaps.push({ code: 'rank_without_total', group: group.name, rows: rankOnly });
  const totalOnly = group.rows.filter((row) => row.rank === null && row.total !== null).length;
  if (totalOnly > 0) gaps.push({ code: 'total_without_rank', group: group.name, rows: totalOnly });
  gaps.push(...indicesNotCollected(group));
  if (group.framework.indices.length === 0) gaps.push({ code: 'parts_not_published', group: group.name });
  return gaps;
}

/** One gap for the indices that the same number of rows lack. */
function indicesNotCollected(group: ReportGroup): readonly DataGap[] {
  const byCount = new Map<number, string[]>();
  for (const index of group.framework.indices.filter(({ scored }) => scored)) {
    const lacking = group.rows.filter((row) => stateOf(row.indices, index.code) !== 'scored').length;
    if (lacking > 0) byCount.set(lacking, [...(byCount.get(lacking) ?? []), index.name]);
  }
  return [...byCount].map(([rows, indices]) => ({
    code: 'indices_not_collected',
    group: group.name,
    indices,
    rows,
    of: group.rows.length,
  }));
}

function stateOf(
  indices: readonly { readonly code: string; readonly state: string }[],
  code: string,
): string {
  return indices.find((each) => each.code === code)?.state ?? 'not_collected';
}

function indicatorsNotHeld(groups: readonly ReportGroup[]): readonly DataGap[] {
  const frameworks = new Map(groups.map(({ framework }) => [framework.code, framework]));
  return [...frameworks.values()]
    .filter(({ indices, indicators }) => indices.length > 0 && indicators.held === 0)
    .map(({ name, indicators }) => ({
      code: 'indicators_not_held',
      framework: name,
      inMethod: indicators.inMethod,
    }));
}

function recipientsToBeVerified(input: AnnualReportInput): readonly DataGap[] {
  const recipients = input.recipients.filter((each) => each.toBeVerified).map(({ name }) => name);
  return recipients.length === 0 ? [] : [{ code: 'recipient_to_be_verified', recipients }];
}
