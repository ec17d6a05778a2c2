import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '../language/language.js';
import { DraftField } from '../ui/draft-field.js';

/** Something that takes effect at once: asked first, then confirmed with a reason. */
@Component({
  selector: 'dti-reason-form',
  imports: [DraftField, MatButton],
  template: `
    @if (asked()) {
      <p class="small">{{ says() }}</p>
      <dti-draft-field
        [label]="t('people.reason')"
        [value]="reason()"
        [wrong]="tried() && short() ? t('people.needed') : null"
        (typed)="reason.set($event)"
      />
      <div class="actions">
        <button matButton="filled" type="button" [disabled]="busy()" (click)="confirm()">
          {{ label() }}
        </button>
        <button matButton type="button" (click)="asked.set(false)">{{ t('people.cancel') }}</button>
      </div>
    } @else {
      <button matButton="outlined" type="button" (click)="asked.set(true)">{{ label() }}</button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-2);
      justify-items: start;
    }
    dti-draft-field {
      width: min(24rem, 100%);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReasonForm {
  readonly label = input.required<string>();
  /** What it will do, before it counts. */
  readonly says = input.required<string>();
  readonly busy = input(false);
  readonly confirmed = output<string>();
  protected readonly t = inject(Language).t;
  protected readonly asked = signal(false);
  protected readonly tried = signal(false);
  protected readonly reason = signal('');

  protected short(): boolean {
    return this.reason().trim().length < 3;
  }

  protected confirm(): void {
    this.tried.set(true);
    if (!this.short()) this.confirmed.emit(this.reason().trim());
  }
}
