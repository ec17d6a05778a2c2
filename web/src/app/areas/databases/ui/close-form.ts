import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { parseDay } from '../../../shared/format/day.js';
import { Language } from '../../../shared/language/language.js';
import { Notice } from '../../../shared/ui/notice.js';
import { FailedPanel } from '../../../shared/ui/state-panel.js';
import type { Closure } from '../database-client.js';
import { todayInVietNam } from '../today.js';
import type { WriteState } from '../../../shared/problem/writing.js';
import { DraftField } from '../../../shared/ui/draft-field.js';

/** Closing an entry: asked for, given a day and a reason, and then for good. */
@Component({
  selector: 'dti-close-form',
  imports: [DraftField, FailedPanel, MatButton, Notice],
  template: `
    @if (!asked()) {
      <button matButton="outlined" type="button" (click)="asked.set(true)">{{ t('db.close.ask') }}</button>
    } @else {
      <div class="form">
        <h2>{{ t('db.close.ask') }}</h2>
        <div class="fields">
          <dti-draft-field
            [label]="t('db.close.day')"
            [value]="day()"
            placeholder="dd/mm/yyyy"
            [wrong]="tried() && closedOn() === null ? t('db.form.needed') : null"
            (typed)="day.set($event)"
          />
          <dti-draft-field
            class="broad"
            [label]="t('db.entry.changeNote')"
            [value]="reason()"
            [maximum]="1000"
            [wrong]="tried() && reason().trim() === '' ? t('db.form.needed') : null"
            (typed)="reason.set($event)"
          />
        </div>
        @if (failure(); as failure) {
          <dti-failed-panel [failure]="failure" [heading]="t('db.close.failed')" (retry)="close()" />
        }
        <dti-notice kind="warn">{{ t('db.close.confirm') }}</dti-notice>
        <div class="actions">
          <button matButton="filled" type="button" [disabled]="writing().status === 'busy'" (click)="close()">
            {{ t('db.close.write') }}
          </button>
          <button matButton type="button" (click)="asked.set(false)">{{ t('db.form.cancel') }}</button>
        </div>
      </div>
    }
  `,
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CloseForm {
  readonly version = input.required<number>();
  readonly writing = input.required<WriteState>();
  readonly closed = output<Closure>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly asked = signal(false);
  protected readonly tried = signal(false);
  protected readonly day = signal(this.language.formats().date(todayInVietNam()));
  protected readonly reason = signal('');
  protected readonly closedOn = computed(() => parseDay(this.day()));
  protected readonly failure = computed(() => {
    const state = this.writing();
    return state.status === 'failed' ? state.failure : null;
  });

  protected close(): void {
    this.tried.set(true);
    const closedOn = this.closedOn();
    const changeNote = this.reason().trim();
    if (closedOn === null || changeNote === '') return;
    this.closed.emit({ basedOn: this.version(), closedOn, changeNote });
  }
}
