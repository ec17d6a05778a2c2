import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../../../shared/ui/icon.js';
import type { PersonRow } from '../unit-people-view.js';

const ICONS = { active: 'check', invited: 'clock', suspended: 'bad' } as const;

/** Who holds a role for the unit. */
@Component({
  selector: 'dti-unit-people-list',
  imports: [Icon],
  template: `
    <ul>
      @for (row of rows(); track row.id) {
        <li>
          <div>
            <p class="name">{{ row.name }}</p>
            <p class="small muted">{{ row.email }}</p>
          </div>
          <div class="small">
            @for (role of row.roles; track role) {
              <p>{{ role }}</p>
            }
          </div>
          <div class="small">
            <p class="state" [class]="row.state">
              <dti-icon [name]="icons[row.state]" />{{ row.stateWords }}
            </p>
            <p class="muted">{{ row.lastSeen }}</p>
          </div>
        </li>
      }
    </ul>
  `,
  styleUrl: './rows.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnitPeopleList {
  readonly rows = input.required<readonly PersonRow[]>();
  protected readonly icons = ICONS;
}
