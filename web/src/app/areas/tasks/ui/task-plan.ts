import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { TaskPlanDuty } from '../../../api-client/models/task-plan-duty.js';
import { Language } from '../../../shared/language/language.js';
import { Icon } from '../../../shared/ui/icon.js';

/** What the ministry's own plan says beside the annex; it replaces nothing. */
@Component({
  selector: 'dti-task-plan',
  imports: [Icon],
  template: `
    @if (entries().length > 0) {
      <h3>{{ t('tasks.plan.label') }}</h3>
      <p class="small muted">{{ t('tasks.plan.beside') }}</p>
      @for (entry of entries(); track entry.code) {
        <article>
          <p class="title">{{ entry.title }}</p>
          <p class="small">
            {{ entry.when }}
            @if (entry.passed) {
              <span class="passed with-icon"><dti-icon name="warn" />{{ t('tasks.plan.passed') }}</span>
            }
          </p>
          @if (entry.implementingVi) {
            <p class="small" lang="vi">{{ t('tasks.plan.implementing') }}: {{ entry.implementingVi }}</p>
          }
          <blockquote class="small" lang="vi">{{ entry.quoteVi }}</blockquote>
        </article>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-2);
    }
    h3 {
      margin-top: var(--gap-4);
    }
    .title {
      font-weight: 500;
    }
    .passed {
      color: var(--warn);
    }
    blockquote {
      margin: var(--gap-1) 0 0;
      padding-inline-start: var(--gap-3);
      border-inline-start: 3px solid var(--line);
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskPlan {
  readonly plan = input.required<readonly TaskPlanDuty[]>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly entries = computed(() => {
    const { name, formats } = this.language.wording();
    return this.plan().map((duty) => ({
      ...duty,
      title: name(duty),
      when:
        duty.due === null
          ? (duty.phasePrinted ?? this.t('tasks.plan.undated'))
          : this.t('tasks.plan.when', { printed: duty.deadlinePrinted ?? '', date: formats.date(duty.due) }),
    }));
  });
}
