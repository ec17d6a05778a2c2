import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TaskDetail } from '../../../api-client/models/task-detail.js';
import { Language } from '../../../shared/language/language.js';
import { ClauseDisclosure } from '../../../shared/law/clause-disclosure.js';
import { Icon } from '../../../shared/ui/icon.js';
import { clauseOf, periodText } from '../task-words.js';
import { TaskStateMark } from './task-state-mark.js';

/** What a task says, action by action, each with its state and the clauses of the body that say it too. */
@Component({
  selector: 'dti-task-actions',
  imports: [ClauseDisclosure, Icon, RouterLink, TaskStateMark],
  template: `
    <h2>{{ t('tasks.text') }}</h2>
    @for (action of actions(); track action.number) {
      <article>
        @if (actions().length > 1) {
          <h3>{{ action.title }}</h3>
        }
        @if (action.textVi) {
          <blockquote lang="vi">{{ action.textVi }}</blockquote>
        } @else {
          <p class="lost with-icon"><dti-icon name="warn" />{{ t('tasks.unreadable') }}</p>
        }
        <dti-task-state-mark [state]="action.state" />
        <div class="clauses">
          @for (one of action.clauses; track one.clause) {
            <dti-clause-disclosure [document]="one.document" [clause]="one.clause" />
          }
        </div>
      </article>
    }
    <p class="small muted">{{ t(check()) }}</p>
    @if (unclear().length > 0) {
      <h3>{{ t('tasks.unclear') }}</h3>
      @for (one of unclear(); track one.clause) {
        <dti-clause-disclosure [document]="one.document" [clause]="one.clause" />
      }
    }
    @if (solutions().length > 0) {
      <h3>{{ t('tasks.solutions.own') }}</h3>
      @for (one of solutions(); track one.clause) {
        <dti-clause-disclosure [document]="one.document" [clause]="one.clause" [label]="one.label" />
      }
    }
    <p class="small">
      <a routerLink="/tasks" [queryParams]="{ group: task().group }">{{ t('tasks.sameGroup') }}</a>
    </p>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--gap-3);
    }
    article {
      display: grid;
      gap: var(--gap-2);
      justify-items: start;
    }
    blockquote {
      margin: 0;
      padding-inline-start: var(--gap-4);
      border-inline-start: 3px solid var(--accent-soft);
    }
    .lost {
      color: var(--warn);
    }
    .clauses {
      width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskActions {
  readonly task = input.required<TaskDetail>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly check = computed(() => `tasks.textCheck.${this.task().textCheck}` as const);
  protected readonly actions = computed(() => {
    const wording = this.language.wording();
    return this.task().actions.map((action) => ({
      ...action,
      title: this.t('tasks.action', {
        code: `${this.task().code}/${action.number}`,
        period: periodText(action.schedule, wording),
      }),
      clauses: action.bodyClauses.map(clauseOf),
    }));
  });
  protected readonly unclear = computed(() => this.task().unclearClauses.map(clauseOf));
  protected readonly solutions = computed(() =>
    this.task().solutions.map((one) => {
      const { document, clause } = clauseOf(one.clause);
      return { document, clause, label: `${clause} ${this.language.wording().name(one)}` };
    }),
  );
}
