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
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatOption, MatSelect } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import type { Ranking } from '../../api-client/models/ranking.js';
import { ChartFigure } from '../../shared/charts/chart-figure.js';
import { ChartLooks } from '../../shared/charts/chart-looks.js';
import { ChoroplethFigure } from '../../shared/charts/choropleth-figure.js';
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { Language } from '../../shared/language/language.js';
import { rankingHeadline } from '../../shared/results/headline.js';
import { restingOnCopies } from '../../shared/results/provenance.js';
import { rankingContext, resultsTable, sourceLine } from '../../shared/results/ranking-words.js';
import { coverageTile, spreadTiles } from '../../shared/results/stat-tiles.js';
import { Icon } from '../../shared/ui/icon.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Segmented } from '../../shared/ui/segmented.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { StatTiles } from '../../shared/ui/stat-tiles.js';
import type { RankingQuestion } from './ranking-client.js';
import { BAR_HEIGHT, rankedBarsOption } from './ranking-chart-options.js';
import { inOrder, orderOf, type RankingOrder } from './ranking-order.js';
import { RankingStore } from './ranking-store.js';
import {
  barsFinding,
  groupChoices,
  mapFinding,
  meanOf,
  rankedBars,
  viewOf,
  viewsFor,
} from './ranking-view.js';
import { RankingMethod } from './ui/ranking-method.js';
import { RankingTable } from './ui/ranking-table.js';

/** One ranking as table, bars or map; edition, group, region, view and order stand in the address. */
@Component({
  selector: 'dti-ranking-page',
  imports: [
    ChartFigure,
    ChoroplethFigure,
    EmptyPanel,
    FailedPanel,
    Icon,
    MatButton,
    MatFormField,
    MatLabel,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    MatOption,
    MatSelect,
    Notice,
    PageHeader,
    RankingMethod,
    RankingTable,
    RouterLink,
    Segmented,
    Skeleton,
    StatTiles,
  ],
  providers: [RankingStore],
  templateUrl: './ranking-page.html',
  styleUrl: './ranking-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RankingPage {
  readonly edition = input<string>();
  readonly assessment = input<string>();
  readonly group = input<string>();
  readonly region = input<string>();
  readonly view = input<string>();
  readonly sort = input<string>();

  protected readonly store = inject(RankingStore);
  private readonly language = inject(Language);
  private readonly dataSet = inject(DataSetChoice);
  private readonly looks = inject(ChartLooks);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  private readonly question = computed<RankingQuestion>(() => ({
    ...(this.assessment() ? { assessment: this.assessment() } : { edition: this.edition() }),
    group: this.group(),
    region: this.region(),
    dataSet: this.dataSet.current(),
  }));

  protected readonly ranking = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' ? state.value : null;
  });
  protected readonly shown = computed(() => viewOf(this.view(), this.ranking()));
  protected readonly order = computed(() => orderOf(this.sort()));
  protected readonly heading = computed(() => {
    const ranking = this.ranking();
    return ranking ? rankingHeadline(ranking, this.wording()) : this.t('nav.ranking');
  });
  protected readonly context = computed(() => {
    const ranking = this.ranking();
    return ranking ? rankingContext(ranking, this.wording(), this.language.current()) : '';
  });
  protected readonly files = computed(() => ({
    csv: this.store.fileAddress('csv', this.question(), this.language.current()),
    xlsx: this.store.fileAddress('xlsx', this.question(), this.language.current()),
  }));
  protected readonly groups = computed(() => groupChoices(this.ranking(), this.wording()));
  protected readonly views = computed(() => viewsFor(this.ranking(), this.t));
  protected readonly tiles = computed(() => {
    const ranking = this.ranking();
    return ranking ? [coverageTile(ranking, this.wording()), ...spreadTiles(ranking, this.wording())] : null;
  });
  protected readonly data = computed(() => {
    const ranking = this.ranking();
    return ranking ? this.dataOf(ranking) : null;
  });

  constructor() {
    effect(() => {
      const question = this.question();
      untracked(() => void this.store.open(question));
    });
    effect(() => {
      // An assessment that the address names is of the set it is of, whatever set is chosen.
      const ranking = this.ranking();
      if (ranking !== null && this.assessment()) this.dataSet.follow(ranking.dataSet);
    });
  }

  protected retry(): void {
    void this.store.open(this.question());
  }

  protected choose(change: Partial<Record<'group' | 'region' | 'view' | 'sort', string | null>>): void {
    // A filter changes the page in place: it does not scroll back to the top.
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge', scroll: 'manual' });
  }

  /** Another group has other regions and indices; what was chosen among them ends. */
  protected chooseGroup(group: string): void {
    this.choose({ group, region: null, sort: null });
  }

  protected chooseOrder(order: RankingOrder): void {
    this.choose({ sort: order === 'rank' ? null : order });
  }

  protected openUnit(id: string): void {
    const edition = this.ranking()?.editionCode ?? null;
    void this.router.navigate(['/units', id], { queryParams: { edition } });
  }

  private dataOf(ranking: Ranking) {
    const wording = this.wording();
    const bars = rankedBars(ranking, wording);
    return {
      rows: inOrder(ranking.rows, this.order(), wording),
      units: ranking.rows.map((row) => ({ id: row.unitId, name: wording.unitName(row), value: row.total })),
      table: resultsTable(ranking, wording),
      source: sourceLine(ranking, wording, this.language.current()),
      copies: restingOnCopies(ranking.rows, ranking.sources).length,
      mapFinding: mapFinding(ranking, wording),
      barsFinding: barsFinding(ranking, wording),
      bars,
      barsOption: rankedBarsOption(bars, meanOf(ranking, wording), wording.formats, this.looks.look()),
      barsHeight: BAR_HEIGHT.around + bars.length * BAR_HEIGHT.each,
    };
  }
}
