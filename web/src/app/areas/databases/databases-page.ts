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
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { Language } from '../../shared/language/language.js';
import { ClauseDisclosure } from '../../shared/law/clause-disclosure.js';
import { Icon } from '../../shared/ui/icon.js';
import { Session } from '../../shared/session/session.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Segmented } from '../../shared/ui/segmented.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { StatTiles } from '../../shared/ui/stat-tiles.js';
import { DatabasesStore } from './databases-store.js';
import {
  classRows,
  clausesOf,
  databasesHeadline,
  databasesTiles,
  pageText,
  yearChoices,
  yearOf,
} from './databases-view.js';
import { isNarrowed, registerQuestion } from './register-question.js';
import { thisYear } from './today.js';
import { NationalCard } from './ui/national-card.js';
import { type FilterChange, RegisterFilters } from './ui/register-filters.js';
import { RegisterTable } from './ui/register-table.js';

/** The national databases and the registers of units: the answer first, then the six, then the list. */
@Component({
  selector: 'dti-databases-page',
  imports: [
    ClauseDisclosure,
    EmptyPanel,
    FailedPanel,
    Icon,
    MatButton,
    NationalCard,
    PageHeader,
    RegisterFilters,
    RegisterTable,
    RouterLink,
    Segmented,
    Skeleton,
    StatTiles,
  ],
  providers: [DatabasesStore],
  templateUrl: './databases-page.html',
  styleUrl: './databases-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DatabasesPage {
  readonly view = input<string>();
  readonly year = input<string>();
  readonly unit = input<string>();
  readonly class = input<string>();
  readonly mark = input<string>();
  readonly inventory = input<string>();
  readonly state = input<string>();
  readonly q = input<string>();
  readonly page = input<string>();

  protected readonly store = inject(DatabasesStore);
  protected readonly session = inject(Session);
  private readonly dataSet = inject(DataSetChoice);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  private readonly now = thisYear();

  protected readonly chosenView = computed(() => (this.view() === 'register' ? 'register' : 'national'));
  protected readonly views = computed(() =>
    (['national', 'register'] as const).map((value) => ({ value, label: this.t(`db.view.${value}`) })),
  );
  protected readonly chosenYear = computed(() => yearOf(this.year(), this.now));
  protected readonly years = computed(() =>
    yearChoices(this.now, this.chosenYear()).map((value) => ({ value, label: value })),
  );
  protected readonly question = computed(() =>
    registerQuestion(
      {
        unit: this.unit(),
        class: this.class(),
        mark: this.mark(),
        inventory: this.inventory(),
        state: this.state(),
        q: this.q(),
        page: this.page(),
      },
      this.dataSet.current(),
      this.chosenYear(),
    ),
  );
  protected readonly narrowed = computed(() => isNarrowed(this.question()));
  protected readonly overview = computed(() => {
    const state = this.store.overview();
    if (state.status !== 'ready') return null;
    const wording = this.wording();
    return {
      headline: databasesHeadline(state.value, wording),
      tiles: databasesTiles(state.value, wording),
      classes: classRows(state.value, wording),
      clauses: clausesOf(state.value.national.items[0]?.legalBasis ?? []),
      ...state.value,
    };
  });
  protected readonly shown = computed(() => {
    const state = this.store.register();
    return state.status === 'ready' ? pageText(state.value, this.wording()) : '';
  });
  protected readonly files = computed(() => {
    const lang = this.language.current();
    return (['csv', 'xlsx'] as const).map((kind) => ({
      kind,
      address: this.store.tableAddress(this.question(), kind, lang),
    }));
  });

  constructor() {
    effect(() => {
      const [dataSet, year] = [this.dataSet.current(), this.chosenYear()];
      untracked(() => void this.store.open(dataSet, year, year));
    });
    effect(() => {
      const question = this.question();
      if (this.chosenView() === 'register') untracked(() => void this.store.find(question));
    });
  }

  protected retry(): void {
    void this.store.open(this.dataSet.current(), this.chosenYear(), this.chosenYear());
  }

  protected retryRegister(): void {
    void this.store.find(this.question());
  }

  protected choose(change: FilterChange | { view: string | null } | { year: string | null }): void {
    void this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      scroll: 'manual',
      replaceUrl: 'q' in change,
    });
  }

  protected turn(by: number): void {
    this.choose({ page: String((this.question().page ?? 1) + by) });
  }
}
