import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { DutyStanding } from '../../../api-client/models/duty-standing.js';
import { Language } from '../../../shared/language/language.js';
import { Icon } from '../../../shared/ui/icon.js';
import type { DueDay } from '../due-timeline.js';

/** The year's due dates as a line of days, each with what falls due on it, by recipient. */
@Component({
  selector: 'dti-due-line',
  imports: [Icon],
  template: `
    <ol class="days">
      @for (day of days(); track day.day) {
        <li [class.past]="day.past">
          <div class="when">
            <h3 class="figures">{{ day.date }}</h3>
            <p class="small">{{ day.away }}</p>
            <p class="small muted">{{ t('duties.away.count', { count: day.count }) }}</p>
          </div>
          <div class="what">
            @for (to of day.recipients; track to.name) {
              <section>
                <h4>{{ to.name }}</h4>
                <ul>
                  @for (duty of to.duties; track duty.key) {
                    <li>
                      {{ duty.name }}
                      @if (duty.period) {
                        <span class="mark figures">{{ duty.period }}</span>
                      }
                      @if (duty.standing !== 'binding') {
                        <span class="mark">{{ standing(duty.standing) }}</span>
                      }
                      @if (duty.bySetting) {
                        <span class="mark setting"><dti-icon name="info" />{{ t('duties.bySetting') }}</span>
                      }
                    </li>
                  }
                </ul>
              </section>
            }
          </div>
        </li>
      }
    </ol>
  `,
  styleUrl: './due-line.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DueLine {
  readonly days = input.required<readonly DueDay[]>();
  protected readonly t = inject(Language).t;

  protected standing(standing: DutyStanding): string {
    return this.t(`duties.standing.${standing}`);
  }
}
