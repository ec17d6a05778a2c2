import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { UnitWork } from '../../../api-client/models/unit-work.js';
import type { WorkTask } from '../../../api-client/models/work-task.js';
import { Language } from '../../../shared/language/language.js';
import { Icon, type IconName } from '../../../shared/ui/icon.js';
import { settledTasks, waitingTasks } from '../work-items.js';

const ICONS: Readonly<Record<WorkTask['state'], IconName>> = {
  overdue: 'bad',
  ongoing_status_missing: 'warn',
  no_status: 'unknown',
  not_started: 'ring',
  in_progress: 'half',
  ongoing_reported: 'repeat',
  done: 'check',
  not_yet_due: 'clock',
};

/** Tasks that speak to a unit: those that want a report, and the others beneath. */
@Component({
  selector: 'dti-work-tasks',
  imports: [Icon, RouterLink],
  template: `
    <h2>{{ t('work.tasks.title', { count: waiting().length }) }}</h2>
    @if (waiting().length === 0) {
      <p class="muted">{{ t('work.tasks.none') }}</p>
    }
    <ul class="items">
      @for (task of waiting(); track task.code) {
        <li [class.overdue]="task.state === 'overdue'" [class.soon]="task.state === 'ongoing_status_missing'">
          <dti-icon [name]="icons[task.state]" />
          <div>
            <a [routerLink]="['/tasks', task.code]" [queryParams]="query()"
              >{{ task.code }} {{ wording().name(task) }}</a
            >
            @if (task.schedule.due; as due) {
              <p class="small muted">{{ t('work.tasks.due', { date: wording().formats.date(due) }) }}</p>
            }
          </div>
          <span class="word">{{ word(task) }}</span>
        </li>
      }
    </ul>
    @if (settled().length > 0) {
      <details>
        <summary>{{ t('work.tasks.settled', { count: settled().length }) }}</summary>
        <ul class="items">
          @for (task of settled(); track task.code) {
            <li class="done">
              <dti-icon [name]="icons[task.state]" />
              <a [routerLink]="['/tasks', task.code]" [queryParams]="query()"
                >{{ task.code }} {{ wording().name(task) }}</a
              >
              <span class="word">{{ word(task) }}</span>
            </li>
          }
        </ul>
      </details>
    }
  `,
  styleUrl: './work-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkTasks {
  readonly work = input.required<UnitWork>();
  readonly query = input.required<Params>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly icons = ICONS;
  protected readonly waiting = computed(() => waitingTasks(this.work()));
  protected readonly settled = computed(() => settledTasks(this.work()));

  protected word({ state }: WorkTask): string {
    return this.t(`tasks.short.${state}`);
  }
}
