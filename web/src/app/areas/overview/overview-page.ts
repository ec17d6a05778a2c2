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
import { ChoroplethFigure } from '../../shared/charts/choropleth-figure.js';
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { Language } from '../../shared/language/language.js';
import { rankingHeadline } from '../../shared/results/headline.js';
import { restingOnCopies } from '../../shared/results/provenance.js';
import { rankingContext, resultsTable, sourceLine } from '../../shared/results/ranking-words.js';
import { withoutFigures, withTotal } from '../../shared/results/results.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { StatTiles } from '../../shared/ui/stat-tiles.js';
import { regionDotsOption } from './overview-chart-options.js';
import { type OverviewData, OverviewStore } from './overview-store.js';
import { dotsRowsOf, dotsTable, endsOf, mapFinding, regionFinding, tilesOf } from './overview-view.js';
import { EndsList } from './ui/ends-list.js';
import { GroupCoverage } from './ui/group-coverage.js';

/** The two-minute answer: who leads, where the rest lie, which regions differ, who has no figures. */
@Component({
  selector: 'dti-overview-page',
  imports: [
    ChartFigure,
    ChoroplethFigure,
    EmptyPanel,
    EndsList,
    FailedPanel,
    GroupCoverage,
    MatButton,
    PageHeader,
    RouterLink,
    Skeleton,
    StatTiles,
  ],
  providers: [OverviewStore],
  templateUrl: './overview-page.html',
  styleUrl: './overview-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OverviewPage {
  readonly edition = input<string>();

  protected readonly store = inject(OverviewStore);
  private readonly language = inject(Language);
  private readonly dataSet = inject(DataSetChoice);
  private readonly looks = inject(ChartLooks);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  protected readonly view = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' && state.value ? this.viewOf(state.value) : null;
  });

  protected readonly heading = computed(() => this.view()?.headline ?? this.t('nav.overview'));

  constructor() {
    effect(() => {
      const code = this.edition();
      // Where the address names no edition, the latest of the data set on screen is meant.
      this.dataSet.current();
      untracked(() => void this.store.open(code));
    });
  }

  protected retry(): void {
    void this.store.open(this.edition());
  }

  protected openUnit(id: string): void {
    const edition = this.view()?.edition.code ?? null;
    void this.router.navigate(['/units', id], { queryParams: { edition } });
  }

  private viewOf({ edition, ranking }: OverviewData) {
    const wording = this.wording();
    const dots = ranking.regions.length > 0 ? dotsRowsOf(ranking, wording) : [];
    return {
      edition,
      ranking,
      headline: rankingHeadline(ranking, wording),
      context: rankingContext(ranking, wording, this.language.current()),
      source: sourceLine(ranking, wording, this.language.current()),
      tiles: tilesOf(edition, ranking, wording),
      ends: endsOf(ranking, wording),
      without: withoutFigures(ranking.rows).map(wording.unitName),
      copies: restingOnCopies(ranking.rows, ranking.sources).length,
      anyTotal: withTotal(ranking.rows).length > 0,
      hasMap: ranking.group.level === 'province' && withTotal(ranking.rows).length > 0,
      units: ranking.rows.map((row) => ({ id: row.unitId, name: wording.unitName(row), value: row.total })),
      table: resultsTable(ranking, wording),
      dots: {
        rows: dots,
        finding: regionFinding(ranking, dots, wording),
        table: dotsTable(dots, wording),
        option: regionDotsOption(dots, this.t('word.median'), wording.formats, this.looks.look()),
        height: 3 + dots.length * 3,
      },
      mapFinding: mapFinding(ranking, wording),
    };
  }
}
