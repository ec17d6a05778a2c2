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
import type { TaskStatusRequest } from '../../api-client/models/task-status-request.js';
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { Language } from '../../shared/language/language.js';
import { Session } from '../../shared/session/session.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import { type TaskData, TaskStore } from './task-store.js';
import { answeringUnits, taskFacts, taskFinding } from './task-view.js';
import { StatusFormPanel } from './ui/status-form.js';
import { StatusHistory } from './ui/status-history.js';
import { TaskActions } from './ui/task-actions.js';
import { TaskPlan } from './ui/task-plan.js';
import { TaskUnits } from './ui/task-units.js';

/** One task: how it stands, its words, who answers for it, its dates, and what was reported. */
@Component({
  selector: 'dti-task-page',
  imports: [
    FailedPanel,
    MatButton,
    Notice,
    PageHeader,
    RouterLink,
    Skeleton,
    StatusFormPanel,
    StatusHistory,
    TaskActions,
    TaskPlan,
    TaskUnits,
  ],
  providers: [TaskStore],
  templateUrl: './task-page.html',
  styleUrl: './task-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskPage {
  readonly code = input.required<string>();

  protected readonly store = inject(TaskStore);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly dataSet = inject(DataSetChoice);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  private readonly address = computed(() => ({ code: this.code(), dataSet: this.dataSet.current() }));

  protected readonly view = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' ? this.viewOf(state.value) : null;
  });

  constructor() {
    effect(() => {
      const address = this.address();
      untracked(() => void this.store.open(address));
    });
  }

  protected retry(): void {
    void this.store.open(this.address());
  }

  protected record(request: TaskStatusRequest, form: StatusFormPanel): void {
    void this.store.record(this.address(), request).then((recorded) => {
      if (recorded) form.clear();
    });
  }

  protected withdraw({ id, note }: { id: string; note: string }): void {
    void this.store.withdraw(this.address(), id, note);
  }

  /** Whether a status is one's to withdraw: of the body that answers, or of one of the leads. */
  protected readonly mayWithdraw = (unit: string | null): boolean => this.may('task-status.withdraw', unit);

  private may(action: string, unit: string | null): boolean {
    if (unit !== null) return this.session.may(action, unit);
    const leads = this.view()?.task.leads ?? [];
    return leads.some(({ id }) => this.session.may(action, id));
  }

  private viewOf({ task, history, units }: TaskData) {
    const wording = this.wording();
    const answering = answeringUnits(task, units, wording).filter(({ id }) =>
      this.session.may('task-status.record', id),
    );
    const mayLead = task.leads.some(({ id }) => this.session.may('task-status.record', id));
    return {
      task,
      history,
      finding: taskFinding(task, wording),
      context: this.t('tasks.within', {
        group: task.group,
        name: wording.name({ nameVi: task.groupNameVi, nameEn: task.groupNameEn }),
      }),
      facts: taskFacts(task, wording),
      note: task.noteVi === null ? null : this.language.named({ vi: task.noteVi, en: task.noteEn }),
      units: answering,
      mayRecord: task.answeredBy === 'lead' ? mayLead : answering.length > 0,
    };
  }
}
