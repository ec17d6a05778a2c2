import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Task } from '../../../api-client/models/task.js';
import { Language } from '../../../shared/language/language.js';
import { Icon } from '../../../shared/ui/icon.js';
import { bodyText, periodText } from '../task-words.js';
import type { TaskSection } from '../tasks-view.js';
import { TaskStateMark } from './task-state-mark.js';

/** Tasks under the headings of the Decision, each leading to its page. */
@Component({
  selector: 'dti-task-list',
  imports: [Icon, RouterLink, TaskStateMark],
  templateUrl: './task-list.html',
  styleUrl: './task-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskList {
  readonly sections = input.required<readonly TaskSection[]>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly shown = computed(() => {
    const wording = this.language.wording();
    return this.sections().map((section) => ({
      ...section,
      groups: section.groups.map((group) => ({
        ...group,
        rows: group.tasks.map((task) => ({
          task,
          name: wording.name(task),
          leads: task.leads.map((lead) => bodyText(lead, wording)),
          period: periodText(task.schedule, wording),
          plan: task.plan.flatMap(({ due }) => (due === null ? [] : wording.formats.date(due))).join(', '),
          beneath: this.beneath(task),
        })),
      })),
    }));
  });

  /** Of a task that many bodies answer: how many of them are done. */
  private beneath(task: Task): string | null {
    if (task.unitStates === null)
      return task.pastDue && task.state === 'no_status' ? this.t('tasks.past') : null;
    const all = task.unitStates.reduce((sum, one) => sum + one.count, 0);
    const reported = task.unitStates
      .filter(({ state }) => !['no_status', 'ongoing_status_missing', 'not_yet_due'].includes(state))
      .reduce((sum, one) => sum + one.count, 0);
    return this.t('tasks.units', { reported, all });
  }
}
