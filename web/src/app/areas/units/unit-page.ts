import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { ChartFigure } from '../../shared/charts/chart-figure.js';
import { ChartLooks } from '../../shared/charts/chart-looks.js';
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { Language } from '../../shared/language/language.js';
import { Notice } from '../../shared/ui/notice.js';
import { Session } from '../../shared/session/session.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Segmented } from '../../shared/ui/segmented.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { SourceList } from '../../shared/ui/source-list.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import { StatTiles } from '../../shared/ui/stat-tiles.js';
import { contributionOption } from './contribution-chart-options.js';
import { contributionRows, strongestAndWeakest } from './contributions.js';
import { historyOption } from './history-chart-options.js';
import { historyFinding } from './history-finding.js';
import { historyLines, pointCount } from './history-lines.js';
import { UnitRecord } from './ui/unit-record.js';
import { UnitSuccession } from './ui/unit-succession.js';
import { type UnitData, UnitStore } from './unit-store.js';
import {
  contributionTable,
  editionChoices,
  entryOf,
  historyTable,
  provenanceOf,
  successionsOf,
  unitHeadline,
  unitTiles,
  validityText,
} from './unit-view.js';

/** One unit: its score, its place over the years, what made the score, what the unit was made of. */
@Component({
  selector: 'dti-unit-page',
  imports: [
    ChartFigure,
    FailedPanel,
    MatButton,
    Notice,
    PageHeader,
    RouterLink,
    Segmented,
    Skeleton,
    SourceList,
    StatTiles,
    UnitRecord,
    UnitSuccession,
  ],
  providers: [UnitStore],
  templateUrl: './unit-page.html',
  styleUrl: './unit-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnitPage {
  readonly id = input.required<string>();
  readonly edition = input<string>();

  protected readonly store = inject(UnitStore);
  private readonly language = inject(Language);
  private readonly dataSet = inject(DataSetChoice);
  private readonly looks = inject(ChartLooks);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  protected readonly view = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' ? this.viewOf(state.value) : null;
  });

  constructor() {
    effect(() => {
      const [id, dataSet] = [this.id(), this.dataSet.current()];
      untracked(() => void this.store.open(id, dataSet));
    });
  }

  protected choose(edition: string): void {
    void this.router.navigate([], { queryParams: { edition }, scroll: 'manual' });
  }

  protected retry(): void {
    void this.store.open(this.id(), this.dataSet.current());
  }

  private viewOf({ detail, history, sources }: UnitData) {
    const wording = this.wording();
    const entry = entryOf(history.entries, this.edition());
    const lines = historyLines(history, wording.unitName(detail), wording.name);
    return {
      detail,
      entry,
      headline: unitHeadline(detail, entry, lines.length > 0, wording),
      context: [this.t(`kind.${detail.kind}`), validityText(detail, wording)].join(' · '),
      ended: detail.validTo !== null,
      tiles: entry === null ? [] : unitTiles(history.entries, entry, wording),
      editions: editionChoices(history.entries),
      successions: successionsOf(detail),
      history: pointCount(lines) < 2 ? null : this.historyOf(lines),
      onePeriod: pointCount(lines) === 1,
      provenance: entry === null ? null : provenanceOf(entry, sources, wording),
      contribution: entry === null ? null : this.contributionOf(entry),
    };
  }

  private historyOf(lines: ReturnType<typeof historyLines>) {
    const wording = this.wording();
    const look = this.looks.look();
    const text = { break: this.t('unit.history.break'), median: this.t('unit.history.median') };
    const { ratio } = wording.formats;
    const hasTotals = lines.some((line) => line.points.some((point) => point.total !== null));
    const hasRanks = lines.some((line) => line.points.some((point) => point.rank !== null));
    return {
      table: historyTable(lines, wording),
      totalsFinding: historyFinding(lines, 'total', wording),
      ranksFinding: historyFinding(lines, 'rank', wording),
      merged: lines.some((line) => !line.own),
      totals: hasTotals
        ? historyOption(
            lines,
            'total',
            { ...text, value: ratio, axis: (value) => wording.formats.fixed(value, 2) },
            look,
          )
        : null,
      ranks: hasRanks
        ? historyOption(
            lines,
            'rank',
            { ...text, value: (rank) => this.t('unit.history.rank', { rank }), axis: String },
            look,
          )
        : null,
    };
  }

  private contributionOf(entry: NonNullable<ReturnType<typeof entryOf>>) {
    const wording = this.wording();
    const rows = contributionRows(entry, {
      name: wording.name,
      rest: this.t('unit.contribution.rest'),
      total: this.t('word.total'),
    });
    const ends = strongestAndWeakest(rows);
    const text = {
      earned: this.t('unit.contribution.earned'),
      lost: this.t('unit.contribution.lost'),
      notCollected: this.t('state.not_collected'),
    };
    return {
      rows,
      finding: ends
        ? this.t('unit.contribution.finding', {
            strongest: ends.strongest.label,
            weakest: ends.weakest.label,
          })
        : this.t('unit.contribution.plain'),
      option: contributionOption(rows, text, wording.formats, this.looks.look()),
      table: contributionTable(rows, wording),
      height: 2.5 + rows.length * 2.4,
      incomplete: rows.some((row) => row.kind === 'not_collected'),
      source: wording.name({ nameVi: entry.editionTitleVi, nameEn: entry.editionTitleEn }),
    };
  }
}
