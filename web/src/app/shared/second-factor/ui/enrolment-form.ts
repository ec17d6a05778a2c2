import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SecondFactorEnrolment } from '../../../api-client/models/second-factor-enrolment.js';
import { Language } from '../../language/language.js';
import type { WriteState } from '../../problem/writing.js';
import { codeFault } from '../code-fault.js';
import { CodeField } from './code-field.js';
import { EnrolmentCard } from './enrolment-card.js';

/** The picture to scan, and the first code as a proof that the app has it. */
@Component({
  selector: 'dti-second-factor-enrolment',
  imports: [CodeField, EnrolmentCard, MatButton],
  template: `
    <form (submit)="confirm($event)" novalidate>
      <dti-enrolment-card [qrSvg]="enrolment().qrSvg" [secret]="enrolment().secret" />
      <dti-code-field [value]="code()" [wrong]="wrong()" (typed)="code.set($event)" />
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="writing().status === 'busy'">
          {{ t('secondFactor.confirm') }}
        </button>
        <button matButton type="button" (click)="cancelled.emit()">{{ t('secondFactor.cancel') }}</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
    form {
      display: grid;
      gap: var(--gap-3);
      grid-template-columns: minmax(0, 1fr);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EnrolmentForm {
  readonly enrolment = input.required<SecondFactorEnrolment>();
  readonly writing = input.required<WriteState>();
  readonly confirmed = output<string>();
  readonly cancelled = output();

  protected readonly t = inject(Language).t;
  protected readonly code = signal('');
  private readonly tried = signal(false);
  protected readonly wrong = computed(() => {
    if (this.tried() && this.code().trim() === '') return this.t('secondFactor.codeNeeded');
    return codeFault(this.writing(), this.t);
  });

  protected confirm(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const code = this.code().trim();
    if (code !== '') this.confirmed.emit(code);
  }
}
