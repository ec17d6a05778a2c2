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
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import { FrameworkStore } from './framework-store.js';
import { APPLICANTS, applicantOf, frameworkFinding, groupsFor, ladderOf } from './framework-view.js';
import { ActivityGroup } from './ui/activity-group.js';
import { MaturityLadder } from './ui/maturity-ladder.js';

/** The framework of 2024: 41 activities by who carries them out, and the ladder of five levels. */
@Component({
  selector: 'dti-framework-page',
  imports: [
    ActivityGroup,
    FailedPanel,
    MatButton,
    MatFormField,
    MatLabel,
    MatOption,
    MatSelect,
    MaturityLadder,
    Notice,
    PageHeader,
    RouterLink,
    Skeleton,
  ],
  providers: [FrameworkStore],
  templateUrl: './framework-page.html',
  styleUrl: './framework-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FrameworkPage {
  readonly who = input<string>();
  readonly unit = input<string>();

  protected readonly store = inject(FrameworkStore);
  private readonly language = inject(Language);
  private readonly dataSet = inject(DataSetChoice);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;

  protected readonly applicant = computed(() => applicantOf(this.who()));
  protected readonly applicants = computed(() =>
    APPLICANTS.map((value) => ({ value, label: this.t(`guidance.who.${value}`) })),
  );
  protected readonly heading = computed(() => {
    const framework = this.store.value();
    return framework === null
      ? this.t('guidance.title')
      : frameworkFinding(framework, this.language.wording());
  });
  protected readonly groups = computed(() => groupsFor(this.store.value()?.groups ?? [], this.applicant()));
  protected readonly shown = computed(() =>
    this.groups().reduce((count, group) => count + group.activities.length, 0),
  );
  protected readonly units = computed(() => {
    const { formats, unitName } = this.language.wording();
    return (this.store.units() ?? [])
      .map((unit) => ({ id: unit.id, name: unitName(unit) }))
      .sort((a, b) => formats.compare(a.name, b.name));
  });
  protected readonly ladder = computed(() => {
    const own = this.store.maturity();
    return ladderOf(
      this.store.value()?.levels ?? [],
      own.status === 'ready' ? own.value : null,
      this.language.wording(),
    );
  });
  private readonly chosenUnit = computed(() => this.unit() ?? null);

  constructor() {
    void this.store.open();
    effect(() => {
      const [unit, dataSet] = [this.chosenUnit(), this.dataSet.current()];
      untracked(() => void this.store.openUnit(unit, dataSet));
    });
  }

  protected retry(): void {
    void this.store.open();
  }

  protected retryUnit(): void {
    void this.store.openUnit(this.chosenUnit(), this.dataSet.current());
  }

  protected choose(change: Partial<Record<'who' | 'unit', string | null>>): void {
    void this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }
}
