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
import { PageHeader } from '../../shared/ui/page-header.js';
import { Segmented } from '../../shared/ui/segmented.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { StatTiles } from '../../shared/ui/stat-tiles.js';
import { matrixFiltersOf } from './matrix-view.js';
import { type TasksData, TasksStore } from './tasks-store.js';
import { countTasks, filtersOf, filterTasks, taskSections, tasksFinding, taskTiles } from './tasks-view.js';
import { timelineFinding, timelineRows, timelineTable } from './timeline.js';
import { timelineOption } from './timeline-chart-options.js';
import { TaskFiltersBar } from './ui/task-filters.js';
import { TaskList } from './ui/task-list.js';
import { TaskMatrixView } from './ui/task-matrix.js';
import { TaskOrigins } from './ui/task-origins.js';

type View = 'list' | 'timeline' | 'matrix';

/** The tasks of the Decision: how they stand, then as a list, over the years, or part B by body. */
@Component({
  selector: 'dti-tasks-page',
  imports: [
    ChartFigure,
    EmptyPanel,
    FailedPanel,
    MatButton,
    PageHeader,
    RouterLink,
    Segmented,
    Skeleton,
    StatTiles,
    TaskFiltersBar,
    TaskList,
    TaskMatrixView,
    TaskOrigins,
  ],
  providers: [TasksStore],
  templateUrl: './tasks-page.html',
  styleUrl: './tasks-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TasksPage {
  readonly view = input<string>();
  readonly part = input<string>();
  readonly group = input<string>();
  readonly lead = input<string>();
  readonly state = input<string>();
  readonly period = input<string>();
  readonly q = input<string>();
  readonly level = input<string>();
  readonly region = input<string>();

  protected readonly store = inject(TasksStore);
  private readonly language = inject(Language);
  private readonly looks = inject(ChartLooks);
  private readonly router = inject(Router);
  protected readonly dataSet = inject(DataSetChoice);
  protected readonly t = this.language.t;

  protected readonly shown = computed<View>(() => {
    const view = this.view();
    return view === 'timeline' || view === 'matrix' ? view : 'list';
  });
  protected readonly filters = computed(() =>
    filtersOf({
      part: this.part(),
      group: this.group(),
      lead: this.lead(),
      state: this.state(),
      period: this.period(),
      q: this.q(),
    }),
  );
  protected readonly matrixFilters = computed(() =>
    matrixFiltersOf({ level: this.level(), region: this.region(), state: this.state() }),
  );
  protected readonly views = computed(() => [
    { value: 'list', label: this.t('tasks.view.list'), icon: 'tasks' as const },
    { value: 'timeline', label: this.t('tasks.view.timeline'), icon: 'bars' as const },
    { value: 'matrix', label: this.t('tasks.view.matrix'), icon: 'table' as const },
  ]);
  protected readonly content = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' ? this.contentOf(state.value) : null;
  });

  constructor() {
    effect(() => {
      const dataSet = this.dataSet.current();
      untracked(() => void this.store.open(dataSet));
    });
    effect(() => {
      const [view, dataSet] = [this.shown(), this.dataSet.current()];
      if (view === 'matrix') untracked(() => void this.store.openMatrix(dataSet));
    });
  }

  protected retry(): void {
    void this.store.open(this.dataSet.current());
  }

  protected retryMatrix(): void {
    void this.store.openMatrix(this.dataSet.current());
  }

  protected choose(change: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      scroll: 'manual',
      replaceUrl: 'q' in change,
    });
  }

  protected open(code: string): void {
    void this.router.navigate(['/tasks', code]);
  }

  /** The same tasks as a file. */
  protected fileHref(format: 'csv' | 'xlsx'): string {
    const { part, group, lead, state, q } = this.filters();
    const [lang, dataSet] = [this.language.current(), this.dataSet.current()];
    return this.store.fileAddress(format, { part, group, lead, state, q, lang, dataSet });
  }

  private contentOf({ tasks, structure, on }: TasksData) {
    const wording = this.language.wording();
    const counts = countTasks(tasks);
    const found = filterTasks(tasks, this.filters());
    const rows = timelineRows(found, wording);
    const text = {
      annex: this.t('tasks.timeline.annex'),
      ongoing: this.t('tasks.timeline.ongoing'),
      plan: this.t('tasks.timeline.plan'),
    };
    return {
      tasks,
      structure,
      finding: tasksFinding(counts, wording),
      context: this.t('tasks.context', { annex: counts.annex, body: counts.all - counts.annex }),
      tiles: taskTiles(counts, wording),
      all: taskSections(tasks, structure, wording),
      found: found.length,
      sections: taskSections(found, structure, wording),
      timeline: {
        rows: rows.length,
        finding: timelineFinding(found, wording),
        context: this.t('tasks.timeline.context', { date: wording.formats.date(on) }),
        option: timelineOption(rows, on, text, this.looks.look()),
        table: timelineTable(found, wording),
        height: 3.5 + rows.length * 1.5,
      },
    };
  }
}
