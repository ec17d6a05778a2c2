import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Language } from '../../../shared/language/language.js';
import type { Failure } from '../../../shared/problem/problem.js';
import { FormFailure } from './form-failure.js';

/** A code of the authenticator app, or a recovery code where one may be used. */
@Component({
  selector: 'dti-code-form',
  imports: [FormFailure, MatButton, MatFormField, MatHint, MatInput, MatLabel],
  template: `
    <form [attr.aria-label]="t('signIn.code.title')" (submit)="send($event)">
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t(recovery() ? 'signIn.code.recovery' : 'signIn.code.label') }}</mat-label>
        <input
          #code
          matInput
          required
          class="figures"
          name="code"
          maxlength="64"
          spellcheck="false"
          autocapitalize="characters"
          [attr.inputmode]="recovery() ? 'text' : 'numeric'"
          [autocomplete]="recovery() ? 'off' : 'one-time-code'"
        />
        <mat-hint>{{ t(recovery() ? 'signIn.code.recoveryHint' : 'signIn.code.hint') }}</mat-hint>
      </mat-form-field>
      <dti-form-failure [failure]="failure()" />
      <button matButton="filled" type="submit" [disabled]="busy()">{{ submitLabel() }}</button>
      @if (orRecovery()) {
        <button matButton type="button" (click)="recovery.set(!recovery())">
          {{ t(recovery() ? 'signIn.code.useApp' : 'signIn.code.useRecovery') }}
        </button>
      }
    </form>
  `,
  styleUrl: './fields.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodeForm {
  readonly busy = input(false);
  readonly failure = input<Failure | null>(null);
  readonly submitLabel = input.required<string>();
  /** A recovery code will do as well. */
  readonly orRecovery = input(false);
  readonly given = output<string>();
  protected readonly t = inject(Language).t;
  protected readonly recovery = signal(false);
  private readonly code = viewChild.required<ElementRef<HTMLInputElement>>('code');

  protected send(event: Event): void {
    event.preventDefault();
    const code = this.code().nativeElement.value.trim();
    if (!this.busy() && code !== '') this.given.emit(code);
  }
}
