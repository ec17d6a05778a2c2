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
import { Router } from '@angular/router';
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { Language } from '../../shared/language/language.js';
import { Icon } from '../../shared/ui/icon.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { STATES } from './measure-words.js';
import { TargetsStore } from './targets-store.js';
import {
  finding,
  KINDS,
  oneOf,
  PROGRAMMES,
  sectionsOf,
  SORTS,
  stateCounts,
  type TargetChoice,
} from './targets-view.js';
import { StateCounts } from './ui/state-counts.js';
import { StateRule } from './ui/state-rule.js';
import { TargetCard } from './ui/target-card.js';
import { TargetFilters, type FilterName } from './ui/target-filters.js';

/** The targets of a programme: how many are met first, then each against its own figure. */
@Component({
  selector: 'dti-targets-page',
  imports: [
    EmptyPanel,
    FailedPanel,
    Icon,
    MatButton,
    Notice,
    PageHeader,
    Skeleton,
    StateCounts,
    StateRule,
    TargetCard,
    TargetFilters,
  ],
  providers: [TargetsStore],
  templateUrl: './targets-page.html',
  styleUrl: './targets-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TargetsPage {
  readonly programme = input<string>();
  readonly period = input<string>();
  readonly group = input<string>();
  readonly state = input<string>();
  readonly kind = input<string>();
  readonly owner = input<string>();
  readonly sort = input<string>();

  protected readonly store = inject(TargetsStore);
  private readonly dataSet = inject(DataSetChoice);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;

  private readonly question = computed(() => ({
    programme: oneOf(PROGRAMMES, this.programme()) ?? PROGRAMMES[0],
    dataSet: this.dataSet.current(),
    period: /^\d{4}$/.test(this.period() ?? '') ? this.period() : undefined,
  }));
  protected readonly choice = computed<TargetChoice>(() => ({
    group: this.group(),
    state: oneOf(STATES, this.state()),
    kind: oneOf(KINDS, this.kind()),
    owner: this.owner(),
    sort: oneOf(SORTS, this.sort()) ?? 'document',
  }));
  protected readonly view = computed(() => {
    const state = this.store.state();
    if (state.status !== 'ready') return null;
    const page = state.value;
    const wording = this.language.wording();
    const followed = page.programme === PROGRAMMES[0];
    return {
      page,
      followed,
      finding: finding(page, wording),
      context: this.t(followed ? 'targets.context' : 'targets.context.history', { due: page.due }),
      counts: stateCounts(page),
      sections: sectionsOf(page, this.choice(), wording),
      files: this.filesOf(page.programme, page.period),
    };
  });

  constructor() {
    effect(() => {
      const question = this.question();
      untracked(() => void this.store.open(question));
    });
  }

  protected retry(): void {
    void this.store.open(this.question());
  }

  protected choose([name, value]: readonly [FilterName, string]): void {
    const isDefault =
      value === '' || value === 'document' || (name === 'programme' && value === PROGRAMMES[0]);
    const ended =
      name === 'programme' ? { group: null, state: null, kind: null, owner: null, period: null } : {};
    void this.router.navigate([], {
      queryParams: { ...ended, [name]: isDefault ? null : value },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  /** All of the programme, as a table to keep. */
  private filesOf(programme: string, period: string) {
    const query = new URLSearchParams({
      programme,
      period,
      dataSet: this.dataSet.current(),
      lang: this.language.current(),
    });
    return { csv: `/api/v1/targets.csv?${query}`, xlsx: `/api/v1/targets.xlsx?${query}` };
  }
}
