import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { TaskState } from '../../../api-client/models/task-state.js';
import { Language } from '../../../shared/language/language.js';
import { Icon } from '../../../shared/ui/icon.js';
import { STATE_ICONS } from '../task-words.js';

/** How a task stands: a shape, a colour and the word. */
@Component({
  selector: 'dti-task-state-mark',
  imports: [Icon],
  template: `<dti-icon [name]="icon()" /><span>{{ word() }}</span>`,
  host: { '[class]': 'state()' },
  styles: `
    :host {
      display: inline-flex;
      gap: var(--gap-1);
      align-items: center;
      font-size: var(--text-s);
      color: var(--ink-2);
    }
    :host(.overdue) {
      color: var(--bad);
      font-weight: 600;
    }
    :host(.ongoing_status_missing) {
      color: var(--warn);
    }
    :host(.in_progress) {
      color: var(--info);
    }
    :host(.done),
    :host(.ongoing_reported) {
      color: var(--accent-ink);
    }
    :host(.done) {
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskStateMark {
  readonly state = input.required<TaskState>();
  /** Few words, for a cell of the matrix. */
  readonly short = input(false);

  private readonly t = inject(Language).t;
  protected readonly icon = computed(() => STATE_ICONS[this.state()]);
  protected readonly word = computed(() =>
    this.t(this.short() ? `tasks.short.${this.state()}` : `tasks.state.${this.state()}`),
  );
}
