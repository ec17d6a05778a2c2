import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '../../../shared/language/language.js';
import { DraftField } from '../../../shared/ui/draft-field.js';
import { Icon } from '../../../shared/ui/icon.js';
import type { DelegationRow } from '../unit-people-view.js';

const ICONS = { current: 'check', future: 'clock', ended: 'none', revoked: 'bad' } as const;

/** Why a delegation ended, and which. */
export interface Ending {
  readonly id: string;
  readonly reason: string;
}

/** Who stands in for whom; ending one asks for the reason. */
@Component({
  selector: 'dti-delegation-list',
  imports: [DraftField, Icon, MatButton],
  template: `
    <ul>
      @for (row of rows(); track row.id) {
        <li>
          <div>
            <p class="name">{{ row.words }}</p>
            <p class="small muted">{{ row.reason }}</p>
          </div>
          <div class="small">
            <p class="state" [class]="row.state">
              <dti-icon [name]="icons[row.state]" />{{ row.stateWords }}
            </p>
            <p class="muted">{{ row.period }}</p>
          </div>
          <div>
            @if (row.open) {
              @if (asked() === row.id) {
                <div class="confirm">
                  <dti-draft-field
                    [label]="t('unitPeople.end.reason')"
                    [value]="reason()"
                    [maximum]="500"
                    (typed)="reason.set($event)"
                  />
                  <div>
                    <button
                      matButton="filled"
                      type="button"
                      [disabled]="busy() || reason().trim().length < 3"
                      (click)="end(row.id)"
                    >
                      {{ t('unitPeople.end') }}
                    </button>
                    <button matButton type="button" (click)="asked.set(null)">
                      {{ t('unitPeople.keep') }}
                    </button>
                  </div>
                </div>
              } @else {
                <button
                  matButton="outlined"
                  type="button"
                  [attr.aria-label]="t('unitPeople.end.of', { what: row.words })"
                  (click)="ask(row.id)"
                >
                  {{ t('unitPeople.end') }}
                </button>
              }
            }
          </div>
        </li>
      }
    </ul>
  `,
  styleUrl: './rows.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DelegationList {
  readonly rows = input.required<readonly DelegationRow[]>();
  readonly busy = input(false);
  readonly endAsked = output<Ending>();
  protected readonly t = inject(Language).t;
  protected readonly icons = ICONS;
  protected readonly asked = signal<string | null>(null);
  protected readonly reason = signal('');

  protected ask(id: string): void {
    this.reason.set('');
    this.asked.set(id);
  }

  protected end(id: string): void {
    this.asked.set(null);
    this.endAsked.emit({ id, reason: this.reason().trim() });
  }
}
