import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Language } from '../../language/language.js';

let fields = 0;

/** A code of the app (or a recovery code, where one will do), with what is wrong with it beneath. */
@Component({
  selector: 'dti-code-field',
  imports: [MatFormField, MatHint, MatInput, MatLabel],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ t('secondFactor.code') }}</mat-label>
      <input
        #line
        matInput
        class="figures"
        name="code"
        autocomplete="one-time-code"
        maxlength="64"
        [attr.inputmode]="recovery() ? null : 'numeric'"
        [value]="value()"
        [attr.aria-invalid]="wrong() !== null"
        [attr.aria-describedby]="id"
        (input)="typed.emit(line.value)"
      />
      <mat-hint [id]="id" [class.wrong]="wrong() !== null" aria-live="polite">{{
        wrong() ?? t(recovery() ? 'secondFactor.codeOrRecovery' : 'secondFactor.codeHint')
      }}</mat-hint>
    </mat-form-field>
  `,
  styles: `
    :host {
      display: block;
    }
    mat-form-field {
      width: min(20rem, 100%);
    }
    .wrong {
      color: var(--bad);
      font-weight: 500;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodeField {
  readonly value = input.required<string>();
  readonly wrong = input<string | null>(null);
  /** A recovery code is taken as well. */
  readonly recovery = input(false);
  readonly typed = output<string>();
  protected readonly t = inject(Language).t;
  protected readonly id = `code-field-${(fields += 1)}`;
}
