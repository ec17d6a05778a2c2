import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TaskPart } from '../../../api-client/models/task-part.js';
import type { TaskStateCount } from '../../../api-client/models/task-state-count.js';
import { Language } from '../../../shared/language/language.js';
import { TaskStateMark } from './task-state-mark.js';

/** Of a task that each body answers for itself: how many bodies are in each state. */
@Component({
  selector: 'dti-task-units',
  imports: [RouterLink, TaskStateMark],
  template: `
    <h2>{{ t('tasks.units.title', { count: all() }) }}</h2>
    <ul>
      @for (one of states(); track one.state) {
        <li>
          <span class="figures">{{ one.count }}</span>
          <dti-task-state-mark [state]="one.state" />
        </li>
      }
    </ul>
    @if (part() === 'B') {
      <a routerLink="/tasks" [queryParams]="{ view: 'matrix' }">{{ t('tasks.units.matrix') }}</a>
    }
  `,
  styles: `
    ul {
      list-style: none;
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-2) var(--gap-5);
      margin: var(--gap-2) 0;
      padding: 0;
    }
    li {
      display: inline-flex;
      gap: var(--gap-2);
      align-items: center;
    }
    .figures {
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskUnits {
  readonly states = input.required<readonly TaskStateCount[]>();
  readonly part = input.required<TaskPart>();

  protected readonly t = inject(Language).t;
  protected readonly all = computed(() => this.states().reduce((sum, { count }) => sum + count, 0));
}
