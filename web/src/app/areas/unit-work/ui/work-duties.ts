import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { UnitWork } from '../../../api-client/models/unit-work.js';
import { Language } from '../../../shared/language/language.js';
import { Icon, type IconName } from '../../../shared/ui/icon.js';
import { awayText } from '../unit-work-view.js';
import { openDuties, sentDuties, type Urgency } from '../work-items.js';

const ICONS: Readonly<Record<Urgency, IconName>> = {
  returned: 'repeat',
  overdue: 'bad',
  soon: 'clock',
  later: 'ring',
};

/** Reports that a unit owes, what presses first; those sent beneath. */
@Component({
  selector: 'dti-work-duties',
  imports: [Icon, RouterLink],
  template: `
    <h2>{{ past() ? t('work.duties.past') : t('work.duties.title', { count: open().length }) }}</h2>
    @if (open().length === 0 && !past()) {
      <p class="muted">{{ t('work.duties.none') }}</p>
    }
    <ul class="items">
      @for (item of open(); track item.duty.duty + item.duty.period) {
        <li [class]="item.urgency">
          <dti-icon [name]="icons[item.urgency]" />
          <div>
            <a
              routerLink="/duties"
              [queryParams]="{ report: item.duty.duty, period: item.duty.period }"
              queryParamsHandling="merge"
              >{{ wording().name(item.duty) }}</a
            >
            <p class="small muted">
              {{
                t('work.duties.due', {
                  period: item.duty.period,
                  date: wording().formats.date(item.duty.dueOn),
                })
              }}
            </p>
          </div>
          <span class="word">{{ away(item) }}</span>
        </li>
      }
    </ul>
    @if (sent().length > 0) {
      <details [open]="past()">
        <summary>{{ t('work.duties.sent', { count: sent().length }) }}</summary>
        <ul class="items">
          @for (duty of sent(); track duty.duty + duty.period) {
            <li class="done">
              <dti-icon name="check" />
              <span>{{ wording().name(duty) }} · {{ duty.period }}</span>
              <span class="word">{{ word(duty.state) }}</span>
            </li>
          }
        </ul>
      </details>
    }
  `,
  styleUrl: './work-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkDuties {
  readonly work = input.required<UnitWork>();
  readonly query = input.required<Params>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly icons = ICONS;
  protected readonly past = computed(() => this.work().unit.endedOn !== null);
  protected readonly open = computed(() => openDuties(this.work()));
  protected readonly sent = computed(() => sentDuties(this.work()));

  protected away(item: Parameters<typeof awayText>[0]): string {
    return awayText(item, this.wording());
  }

  protected word(state: string): string {
    return this.t(state === 'late' ? 'duties.state.late' : 'duties.state.received');
  }
}
