import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { UnitWork } from '../../../api-client/models/unit-work.js';
import type { WorkDatabase } from '../../../api-client/models/work-database.js';
import { Language } from '../../../shared/language/language.js';
import { Icon } from '../../../shared/ui/icon.js';
import { waitingDatabases } from '../work-items.js';

/** Databases whose inventory of the year waits for a step. */
@Component({
  selector: 'dti-work-databases',
  imports: [Icon, RouterLink],
  template: `
    <h2>
      {{
        work().databases.length === 0
          ? t('work.databases.absent')
          : t('work.databases.title', { count: waiting().length, all: work().databases.length })
      }}
    </h2>
    <ul class="items">
      @for (database of waiting(); track database.id) {
        <li [class.overdue]="late(database)" [class.soon]="database.inventory.state === 'returned'">
          <dti-icon [name]="late(database) ? 'bad' : 'databases'" />
          <div>
            <a [routerLink]="['/databases', database.id]" [queryParams]="query()">{{ nameOf(database) }}</a>
            <p class="small muted">
              {{
                t('work.databases.due', {
                  period: database.inventory.period,
                  date: wording().formats.date(database.inventory.dueOn),
                })
              }}
            </p>
          </div>
          <span class="word">{{ word(database) }}</span>
        </li>
      }
    </ul>
    <p>
      <a routerLink="/databases" [queryParams]="{ unit: work().unit.id }" queryParamsHandling="merge">{{
        t('work.databases.open')
      }}</a>
    </p>
  `,
  styleUrl: './work-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkDatabases {
  readonly work = input.required<UnitWork>();
  readonly query = input.required<Params>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly waiting = computed(() => waitingDatabases(this.work()));

  /** The day for sending has passed and nothing was sent. */
  protected late({ inventory }: WorkDatabase): boolean {
    return inventory.sentOn === null && inventory.dueOn < this.work().today;
  }

  protected nameOf({ nameVi, nameEn }: WorkDatabase): string {
    return this.language.named({ vi: nameVi, en: nameEn });
  }

  protected word({ inventory }: WorkDatabase): string {
    return this.t(`db.inventory.state.${inventory.state}`);
  }
}
