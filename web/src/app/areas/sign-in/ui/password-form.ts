import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { Language } from '../../../shared/language/language.js';
import type { Failure } from '../../../shared/problem/problem.js';
import { FormFailure } from './form-failure.js';
import { PasswordField } from './password-field.js';

export interface PasswordGiven {
  readonly email: string;
  readonly password: string;
}

/** Address of mail and password. */
@Component({
  selector: 'dti-password-form',
  imports: [FormFailure, MatButton, MatFormField, MatInput, MatLabel, PasswordField, RouterLink],
  template: `
    <form [attr.aria-label]="t('signIn.title')" (submit)="send($event)">
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t('signIn.email') }}</mat-label>
        <input #email matInput required name="email" type="email" maxlength="254" autocomplete="username" />
      </mat-form-field>
      <dti-password-field [label]="t('signIn.password')" />
      <dti-form-failure [failure]="failure()" />
      <button matButton="filled" type="submit" [disabled]="busy()">{{ t('signIn.submit') }}</button>
      <a class="small" routerLink="/sign-in/forgotten">{{ t('signIn.forgotten') }}</a>
    </form>
  `,
  styleUrl: './fields.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordForm {
  readonly busy = input(false);
  readonly failure = input<Failure | null>(null);
  readonly given = output<PasswordGiven>();
  protected readonly t = inject(Language).t;
  private readonly email = viewChild.required<ElementRef<HTMLInputElement>>('email');
  private readonly password = viewChild.required(PasswordField);

  protected send(event: Event): void {
    event.preventDefault();
    if (this.busy()) return;
    this.given.emit({ email: this.email().nativeElement.value.trim(), password: this.password().text() });
  }
}
