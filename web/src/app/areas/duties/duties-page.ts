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
import { MatOption, MatSelect } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { Language } from '../../shared/language/language.js';
import { Icon } from '../../shared/ui/icon.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { StatTiles } from '../../shared/ui/stat-tiles.js';
import { dueDays } from './due-timeline.js';
import { DutiesStore } from './duties-store.js';
import {
  dueFinding,
  lateFinding,
  reportOf,
  standingFilter,
  stateFilter,
  tilesOf,
  timelineFinding,
  yearFilter,
  yearsFor,
} from './duties-view.js';
import { DueLine } from './ui/due-line.js';
import { DutyList } from './ui/duty-list.js';
import { SubmissionPanel } from './ui/submission-panel.js';

type Choice = Partial<Record<'year' | 'report' | 'period' | 'state' | 'standing', string | null>>;

/** What is due next and who is late; the year's due dates; what has come by unit; the duties themselves. */
@Component({
  selector: 'dti-duties-page',
  imports: [
    DueLine,
    DutyList,
    EmptyPanel,
    FailedPanel,
    Icon,
    MatButton,
    MatFormField,
    MatLabel,
    MatOption,
    MatSelect,
    PageHeader,
    RouterLink,
    Skeleton,
    StatTiles,
    SubmissionPanel,
  ],
  providers: [DutiesStore],
  templateUrl: './duties-page.html',
  styleUrl: './duties-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DutiesPage {
  readonly year = input<string>();
  readonly report = input<string>();
  readonly period = input<string>();
  readonly state = input<string>();
  readonly standing = input<string>();

  protected readonly store = inject(DutiesStore);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly dataSet = inject(DataSetChoice);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  protected readonly chosenReport = computed(() => reportOf(this.report()));
  protected readonly chosenStanding = computed(() => standingFilter(this.standing()));
  protected readonly chosenState = computed(() => stateFilter(this.state()));
  private readonly datesQuestion = computed(() => ({
    year: yearFilter(this.year()),
    dataSet: this.dataSet.current(),
  }));
  private readonly reportQuestion = computed(() => ({
    duty: this.chosenReport(),
    period: this.period() ?? null,
    dataSet: this.dataSet.current(),
  }));

  protected readonly heading = computed(() => {
    const dates = this.store.year();
    return dates === null ? this.t('nav.duties') : dueFinding(dates, this.wording());
  });
  protected readonly context = computed(() => {
    const report = this.store.period();
    return report === null ? '' : lateFinding(report, this.wording());
  });
  protected readonly tiles = computed(() => {
    const [dates, report] = [this.store.year(), this.store.period()];
    return dates === null || report === null ? null : tilesOf(dates, report, this.wording());
  });
  protected readonly timeline = computed(() => {
    const dates = this.store.year();
    if (dates === null) return null;
    const year = Number(dates.from.slice(0, 4));
    const wording = this.wording();
    return {
      year,
      years: yearsFor(dates.today),
      finding: timelineFinding(dates, wording),
      days: dueDays(dates.items, dates.today, wording),
      files: this.store.files(year, this.dataSet.current(), this.language.current()),
    };
  });

  constructor() {
    effect(() => {
      const question = this.datesQuestion();
      untracked(() => void this.store.openDates(question));
    });
    effect(() => {
      const question = this.reportQuestion();
      untracked(() => void this.store.openReport(question));
    });
    void this.store.openDuties();
  }

  protected retryDates(): void {
    void this.store.openDates(this.datesQuestion());
  }

  protected retryReport(): void {
    void this.store.openReport(this.reportQuestion());
  }

  protected choose(change: Choice): void {
    void this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }
}
