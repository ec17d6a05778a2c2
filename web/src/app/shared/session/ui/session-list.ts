import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '../../language/language.js';
import { Icon } from '../../ui/icon.js';
import type { SessionRow } from '../session-words.js';

export interface ListedSession extends SessionRow {
  /** Whose it is, where the list is of many people. */
  readonly who?: string;
}

/** Sessions that hold, this one marked; one is ended after a second press. */
@Component({
  selector: 'dti-session-list',
  imports: [Icon, MatButton],
  template: `
    <ul>
      @for (row of rows(); track row.id) {
        <li>
          <dti-icon [name]="row.icon" />
          <div class="words">
            <p class="line">
              @if (row.who) {
                <strong>{{ row.who }}</strong>
                <span>{{ row.device }}</span>
              } @else {
                <strong>{{ row.device }}</strong>
              }
              @if (row.current) {
                <span class="mark"><dti-icon name="check" />{{ t('sessions.current') }}</span>
              }
            </p>
            <p class="small muted">
              {{ t('sessions.seen', { time: row.seen }) }} · {{ row.proof }}
              @if (row.address) {
                · {{ t('sessions.from', { address: row.address }) }}
              }
            </p>
            <p class="small muted">{{ t('sessions.times', { begun: row.begun, ends: row.ends }) }}</p>
          </div>
          @if (!row.current) {
            @if (asked() === row.id) {
              <div class="confirm" role="group" [attr.aria-label]="t('sessions.end')">
                <span class="small">{{ t('sessions.endAsk') }}</span>
                <button matButton="filled" type="button" [disabled]="busy()" (click)="end(row.id)">
                  {{ t('sessions.endConfirm') }}
                </button>
                <button matButton type="button" (click)="asked.set(null)">{{ t('sessions.keep') }}</button>
              </div>
            } @else {
              <button matButton="outlined" type="button" (click)="asked.set(row.id)">
                {{ t('sessions.end')
                }}<span class="visually-hidden">: {{ row.who }} {{ row.device }}, {{ row.seen }}</span>
              </button>
            }
          }
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-2) var(--gap-4);
      align-items: center;
      padding: var(--gap-3) 0;
      border-bottom: 1px solid var(--line);
    }
    li:last-child {
      border-bottom: 0;
    }
    li > dti-icon {
      font-size: 1.25rem;
      color: var(--ink-3);
    }
    .words {
      flex: 1 1 16rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .line,
    .confirm {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-1) var(--gap-3);
      align-items: center;
    }
    .mark {
      display: inline-flex;
      gap: var(--gap-1);
      align-items: center;
      color: var(--accent);
      font-size: var(--text-s);
      font-weight: 500;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionList {
  readonly rows = input.required<readonly ListedSession[]>();
  readonly busy = input(false);
  readonly endAsked = output<string>();
  protected readonly t = inject(Language).t;
  /** The session whose end is being asked for. */
  protected readonly asked = signal<string | null>(null);

  protected end(id: string): void {
    this.asked.set(null);
    this.endAsked.emit(id);
  }
}
