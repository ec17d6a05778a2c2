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
import type { DatabaseAssertion } from '../../api-client/models/database-assertion.js';
import type { NationalDatabaseDetail } from '../../api-client/models/national-database-detail.js';
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { Language } from '../../shared/language/language.js';
import { LegalBases } from '../../shared/law/legal-bases.js';
import { Session } from '../../shared/session/session.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Segmented } from '../../shared/ui/segmented.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import {
  assertedText,
  figureText,
  nationalHeadline,
  termName,
  yearChoices,
  yearOf,
} from './databases-view.js';
import { NationalStore } from './national-store.js';
import { thisYear } from './today.js';
import { AssertionForm } from './ui/assertion-form.js';
import { NationalCard } from './ui/national-card.js';
import { OwnerForm } from './ui/owner-form.js';
import { StateMark } from './ui/state-mark.js';

/** One national database: its state of a year, how it came to that, and what is recorded next. */
@Component({
  selector: 'dti-national-page',
  imports: [
    AssertionForm,
    FailedPanel,
    LegalBases,
    MatButton,
    NationalCard,
    OwnerForm,
    PageHeader,
    RouterLink,
    Segmented,
    Skeleton,
    StateMark,
  ],
  providers: [NationalStore],
  templateUrl: './national-page.html',
  styleUrl: './database-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NationalPage {
  readonly id = input.required<string>();
  readonly year = input<string>();

  protected readonly store = inject(NationalStore);
  protected readonly session = inject(Session);
  protected readonly dataSet = inject(DataSetChoice);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  private readonly now = thisYear();

  protected readonly chosenYear = computed(() => yearOf(this.year(), this.now));
  protected readonly years = computed(() =>
    yearChoices(this.now, this.chosenYear()).map((value) => ({ value, label: value })),
  );
  protected readonly heading = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' ? nationalHeadline(state.value, this.wording()) : this.t('nav.databases');
  });
  private readonly question = computed(() => ({
    id: this.id(),
    dataSet: this.dataSet.current(),
    period: this.chosenYear(),
  }));

  constructor() {
    effect(() => {
      const question = this.question();
      untracked(() => void this.store.open(question));
    });
  }

  protected retry(): void {
    void this.store.open(this.question());
  }

  protected chooseYear(year: string): void {
    void this.router.navigate([], {
      queryParams: { year },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  protected aspect(detail: NationalDatabaseDetail, code: string): string {
    return termName([...detail.conditionAspects, ...detail.qualityTerms], code, this.wording());
  }

  protected said(assertion: DatabaseAssertion): string {
    const wording = this.wording();
    return [figureText(assertion, wording), assertedText(assertion, wording), assertion.note]
      .filter((part) => part !== null)
      .join(' · ');
  }
}
