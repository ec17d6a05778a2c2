import type { Source } from '../../api-client/models/source.js';
import type { Succession } from '../../api-client/models/succession.js';
import type { UnitDetail } from '../../api-client/models/unit-detail.js';
import type { UnitHistoryEntry } from '../../api-client/models/unit-history-entry.js';
import type { ChartTable } from '../../shared/charts/chart-table.js';
import type { TextKey } from '../../shared/language/text-key.js';
import type { Wording } from '../../shared/language/wording.js';
import { restingOnCopies } from '../../shared/results/provenance.js';
import type { Tile } from '../../shared/results/stat-tiles.js';
import type { SegmentedChoice } from '../../shared/ui/segmented.js';
import type { ContributionRow } from './contributions.js';
import type { HistoryLine } from './history-lines.js';

/** The newest entry, or the one of an edition when the address names it. */
export function entryOf(
  entries: readonly UnitHistoryEntry[],
  edition: string | undefined,
): UnitHistoryEntry | null {
  return entries.find((entry) => entry.editionCode === edition) ?? entries.at(-1) ?? null;
}

/** The editions that hold a result of the unit, oldest first, by their year. */
export function editionChoices(entries: readonly UnitHistoryEntry[]): readonly SegmentedChoice[] {
  return entries.map(({ editionCode, period }) => ({ value: editionCode, label: period }));
}

/** The unit's answer: rank and total of an edition; or that it has none of its own. */
export function unitHeadline(
  detail: UnitDetail,
  entry: UnitHistoryEntry | null,
  hasPredecessorResults: boolean,
  wording: Wording,
): string {
  const { t, formats } = wording;
  const name = wording.name(detail);
  if (!entry) return t(hasPredecessorResults ? 'unit.headline.predecessors' : 'unit.headline.none', { name });
  const { rank, total } = entry.result;
  const params = {
    name,
    period: entry.period,
    rank: rank ?? '–',
    of: entry.groupExpected ?? entry.statistics.count,
  };
  if (total === null) return t('unit.headline.rankOnly', params);
  const scored = { ...params, total: formats.ratio(total) };
  return t(rank === null ? 'unit.headline.totalOnly' : 'unit.headline.full', scored);
}

/** Total, rank, distance to the group's median, and change where there is one. */
export function unitTiles(
  entries: readonly UnitHistoryEntry[],
  entry: UnitHistoryEntry,
  wording: Wording,
): readonly Tile[] {
  const { t, formats } = wording;
  const { result, statistics } = entry;
  const size = entry.groupExpected ?? statistics.count;
  const group =
    entry.groupNameVi === null
      ? ''
      : wording.name({ nameVi: entry.groupNameVi, nameEn: entry.groupNameEn ?? entry.groupNameVi });
  const gap = result.total === null || statistics.median === null ? null : result.total - statistics.median;
  return [
    {
      label: t('unit.tile.total', { period: entry.period }),
      value: result.total === null ? '–' : formats.ratio(result.total),
      note: result.total === null ? t('unit.tile.totalNone') : basisNote(entry, wording),
    },
    {
      label: t('word.rank'),
      value: result.rank === null ? '–' : `${result.rank}/${size}`,
      note: group,
    },
    {
      label: t('unit.tile.median'),
      value: gap === null ? '–' : formats.signed(gap, 4),
      note: medianNote(entry, wording),
    },
    changeTile(entries, entry, wording),
  ];
}

/** A median of some of the group's units says of how many. */
function medianNote({ statistics, groupExpected }: UnitHistoryEntry, { t, formats }: Wording): string {
  if (statistics.median === null) return '';
  const value = formats.ratio(statistics.median);
  const complete = groupExpected !== null && statistics.count >= groupExpected;
  return complete
    ? t('unit.tile.medianNote', { value })
    : t('unit.tile.medianNotePartial', { value, count: statistics.count });
}

function basisNote(entry: UnitHistoryEntry, { t, formats }: Wording): string {
  const { result } = entry;
  if (result.agrees === false && result.computedTotal !== null) {
    return t('unit.tile.differs', { computed: formats.ratio(result.computedTotal) });
  }
  if (result.agrees === true) return t('unit.tile.agrees');
  return t(result.totalBasis === 'computed' ? 'basis.computed' : 'basis.as_published');
}

/** Change on the edition before; only within one framework is there one. */
function changeTile(
  entries: readonly UnitHistoryEntry[],
  entry: UnitHistoryEntry,
  { t, formats }: Wording,
): Tile {
  const before = entries[entries.indexOf(entry) - 1];
  const label = t('unit.tile.change');
  if (!before) return { label, value: '–', note: t('unit.tile.changeFirst') };
  if (before.frameworkVersion !== entry.frameworkVersion) {
    return { label, value: '–', note: t('unit.tile.changeFramework', { period: before.period }) };
  }
  if (entry.result.total === null || before.result.total === null) {
    return { label, value: '–', note: t('unit.tile.changeUnknown', { period: before.period }) };
  }
  return {
    label,
    value: formats.signed(entry.result.total - before.result.total, 4),
    note: t('unit.tile.changeNote', { period: before.period }),
  };
}

export function historyTable(lines: readonly HistoryLine[], { t, formats, name }: Wording): ChartTable {
  return {
    columns: [
      { label: t('word.unit') },
      { label: t('word.period') },
      { label: t('word.total'), number: true },
      { label: t('word.rank'), number: true },
      { label: t('unit.history.median'), number: true },
      { label: t('word.framework') },
    ],
    rows: lines.flatMap((line) =>
      line.points.map((point) => [
        line.name,
        String(point.year),
        point.total === null ? '–' : formats.ratio(point.total),
        point.rank === null ? '–' : `${point.rank}/${point.groupSize ?? '?'}`,
        point.median === null ? '–' : formats.ratio(point.median),
        name({ nameVi: point.frameworkNameVi, nameEn: point.frameworkNameEn }),
      ]),
    ),
  };
}

export function contributionTable(rows: readonly ContributionRow[], { t, formats }: Wording): ChartTable {
  return {
    columns: [
      { label: t('unit.contribution.index') },
      { label: t('unit.contribution.earned'), number: true },
      { label: t('unit.contribution.lost'), number: true },
    ],
    rows: rows.map((row) => [
      row.label,
      row.value === null ? t('state.not_collected') : formats.ratio(row.value),
      row.lost === null ? '–' : formats.ratio(row.lost),
    ]),
  };
}

const CONFIDENCES: readonly string[] = ['high', 'medium-high', 'medium', 'low'];

export interface Provenance {
  readonly title: string;
  readonly sources: readonly Source[];
  readonly confidence: string;
  /** No official text and no newspaper stands behind the result. */
  readonly copyOnly: boolean;
}

/** Where one edition's result of a unit comes from, and how far it is trusted. */
export function provenanceOf(
  entry: UnitHistoryEntry,
  sources: readonly Source[],
  { t }: Wording,
): Provenance {
  const { result } = entry;
  const known = CONFIDENCES.find((word) => word === result.confidence) ?? 'unknown';
  return {
    title: t('unit.sources.title', { period: entry.period }),
    sources: sources.filter(({ id }) => result.sourceIds.includes(id)),
    confidence: t('unit.sources.confidence', { confidence: t(`confidence.${known}` as TextKey) }),
    copyOnly: restingOnCopies([result], sources).length > 0,
  };
}

const CHANGES: readonly string[] = ['merge', 'absorb', 'rename', 'kind_change', 'dissolve', 'reorganise'];

/** The word for a kind of succession; one that the texts do not know is shown as it is written. */
export function changeWord(change: string, { t }: Wording): string {
  return CHANGES.includes(change) ? t(`unit.change.${change}` as TextKey) : change;
}

/** What became of a unit and what it came from, oldest first, each once; its own renamings included. */
export function successionsOf(detail: UnitDetail): readonly Succession[] {
  const key = (one: Succession): string =>
    [one.effectiveDate, one.change, one.predecessorId, one.successorId].join('|');
  const all = new Map([...detail.predecessors, ...detail.successors].map((one) => [key(one), one]));
  return [...all.values()].sort((a, b) => a.effectiveDate.localeCompare(b.effectiveDate));
}

/** From when to when, in words where an end is open. */
export function validityText(
  validity: { readonly validFrom: string | null; readonly validTo: string | null },
  { t, formats }: Wording,
): string {
  const from = validity.validFrom === null ? t('word.sinceBefore') : formats.date(validity.validFrom);
  const to = validity.validTo === null ? t('word.stillValid') : formats.date(validity.validTo);
  return `${from} – ${to}`;
}
