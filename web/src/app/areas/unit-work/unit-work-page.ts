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
import { RouterLink } from '@angular/router';
import type { UnitWork } from '../../api-client/models/unit-work.js';
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { Language } from '../../shared/language/language.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import { StatTiles } from '../../shared/ui/stat-tiles.js';
import { DraftResults } from './ui/draft-results.js';
import { WorkDatabases } from './ui/work-databases.js';
import { WorkDuties } from './ui/work-duties.js';
import { WorkFigures } from './ui/work-figures.js';
import { WorkTasks } from './ui/work-tasks.js';
import { UnitWorkStore } from './unit-work-store.js';
import { workHeadline, workTiles } from './unit-work-view.js';
import { sentDuties } from './work-items.js';

/** What lies before a unit: what is due, what wants a report, what is stored and not published. */
@Component({
  selector: 'dti-unit-work-page',
  imports: [
    DraftResults,
    FailedPanel,
    MatButton,
    Notice,
    PageHeader,
    RouterLink,
    Skeleton,
    StatTiles,
    WorkDatabases,
    WorkDuties,
    WorkFigures,
    WorkTasks,
  ],
  providers: [UnitWorkStore],
  templateUrl: './unit-work-page.html',
  styleUrl: './unit-work-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnitWorkPage {
  readonly id = input.required<string>();

  protected readonly store = inject(UnitWorkStore);
  protected readonly dataSet = inject(DataSetChoice);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  private readonly question = computed(() => ({ id: this.id(), dataSet: this.dataSet.current() }));
  protected readonly heading = computed(() => {
    const work = this.store.work();
    return work === null ? this.t('nav.unitWork') : workHeadline(work, this.wording());
  });
  protected readonly context = computed(() => {
    const work = this.store.work();
    if (work === null) return '';
    const { name, formats } = this.wording();
    return this.t('work.context', { unit: name(work.unit), date: formats.date(work.today) });
  });
  protected readonly tiles = computed(() => {
    const work = this.store.work();
    return work === null ? null : workTiles(work, this.wording());
  });

  constructor() {
    effect(() => {
      const { id, dataSet } = this.question();
      untracked(() => void this.store.open(id, dataSet));
    });
  }

  protected retry(): void {
    const { id, dataSet } = this.question();
    void this.store.open(id, dataSet);
  }

  protected sent(work: UnitWork): boolean {
    return sentDuties(work).length > 0;
  }

  /** How many criteria of a level are met, and how many nobody has answered. */
  protected maturity(level: { met: number; criteria: number; unanswered: number }): string {
    const { met, criteria, unanswered } = level;
    return this.t('work.maturity.level', { met, criteria, unanswered });
  }
}
