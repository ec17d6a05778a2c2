import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '../../../shared/language/language.js';
import type { WriteState } from '../../../shared/problem/writing.js';
import { Icon } from '../../../shared/ui/icon.js';
import type { SettingRow } from '../settings-view.js';
import { SaidValue } from './said-value.js';
import { SettingForm, type SettingDecision } from './setting-form.js';

/** One setting: what holds and whether it is a proposal, why it is a setting, its history, and its form. */
@Component({
  selector: 'dti-setting-card',
  imports: [Icon, MatButton, SaidValue, SettingForm],
  template: `
    <div class="above">
      <h2>{{ row().title }}</h2>
      <span class="mark" [class.proposed]="row().setting.proposed">
        <dti-icon [name]="row().setting.proposed ? 'warn' : 'check'" />{{
          t(row().setting.proposed ? 'settings.proposed' : 'settings.decided')
        }}
      </span>
    </div>
    <dti-said-value [parts]="row().holds" />
    <p class="small muted">{{ row().why }}</p>
    @if (open()) {
      <dti-setting-form
        [row]="row()"
        [writing]="writing()"
        (decided)="decided.emit($event)"
        (cancelled)="asked.emit(false)"
      />
    } @else if (decidable()) {
      <button matButton="outlined" type="button" (click)="asked.emit(true)">
        {{ t('settings.decide') }}<span class="visually-hidden">: {{ row().title }}</span>
      </button>
    }
    @if (row().history.length > 0) {
      <details>
        <summary>{{ t('settings.history', { count: row().history.length }) }}</summary>
        <ol>
          @for (change of row().history; track $index) {
            <li>
              <p class="small">
                <strong>{{ change.when }}</strong> · {{ change.who }}
              </p>
              <dti-said-value [parts]="change.what" />
              <p class="small muted">{{ t('settings.reasonSaid', { reason: change.reason }) }}</p>
            </li>
          }
          <li>
            <p class="small">
              <strong>{{ t('settings.proposal') }}</strong>
            </p>
            <dti-said-value [parts]="row().proposal" />
          </li>
        </ol>
      </details>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-3);
      justify-items: start;
      grid-template-columns: minmax(0, 1fr);
    }
    .above {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-2) var(--gap-4);
      align-items: baseline;
      justify-content: space-between;
      width: 100%;
    }
    .mark {
      display: inline-flex;
      gap: var(--gap-1);
      align-items: center;
      font-size: var(--text-s);
      color: var(--accent);
    }
    .proposed {
      color: var(--warn);
    }
    dti-setting-form,
    details {
      width: 100%;
    }
    summary {
      padding: var(--gap-1) 0;
      color: var(--accent);
      cursor: pointer;
      font-size: var(--text-s);
    }
    ol {
      display: grid;
      gap: var(--gap-3);
      margin: var(--gap-2) 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      gap: var(--gap-1);
      padding-inline-start: var(--gap-3);
      border-inline-start: 3px solid var(--accent-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingCard {
  readonly row = input.required<SettingRow>();
  readonly decidable = input.required<boolean>();
  readonly open = input.required<boolean>();
  readonly writing = input.required<WriteState>();
  /** The form is to be opened or closed. */
  readonly asked = output<boolean>();
  readonly decided = output<SettingDecision>();
  protected readonly t = inject(Language).t;
}
