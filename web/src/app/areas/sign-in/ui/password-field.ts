import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Language } from '../../../shared/language/language.js';

let fields = 0;

/** A password that can be looked at while it is typed, pasted, and filled in by a password manager. */
@Component({
  selector: 'dti-password-field',
  imports: [MatFormField, MatHint, MatInput, MatLabel],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <input
        #field
        matInput
        required
        name="password"
        maxlength="512"
        spellcheck="false"
        autocapitalize="off"
        [type]="shown() ? 'text' : 'password'"
        [autocomplete]="fresh() ? 'new-password' : 'current-password'"
        [attr.aria-describedby]="fresh() ? id : null"
      />
      @if (fresh()) {
        <mat-hint [id]="id">{{ t('signIn.passwordHint') }}</mat-hint>
      }
    </mat-form-field>
    <label class="show small">
      <input #box type="checkbox" [checked]="shown()" (change)="shown.set(box.checked)" />
      {{ t('signIn.showPassword') }}
    </label>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-1);
    }
    mat-form-field {
      width: 100%;
    }
    .show {
      display: inline-flex;
      gap: var(--gap-2);
      align-items: center;
      justify-self: start;
      min-height: 1.5rem;
    }
    .show input {
      width: 1.125rem;
      height: 1.125rem;
      accent-color: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordField {
  readonly label = input.required<string>();
  /** A password that is being chosen, not one that is known. */
  readonly fresh = input(false);
  protected readonly t = inject(Language).t;
  protected readonly shown = signal(false);
  protected readonly id = `password-hint-${(fields += 1)}`;
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  /** What stands in it now: a password manager may have filled it in without a word. */
  text(): string {
    return this.field().nativeElement.value;
  }
}
