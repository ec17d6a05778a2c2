import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { OneTimeLink } from '../../../api-client/models/one-time-link.js';
import { Language } from '../../../shared/language/language.js';
import type { Failure } from '../../../shared/problem/problem.js';
import { FormFailure } from './form-failure.js';
import { PasswordField } from './password-field.js';

/** What a link asks for: of the first operator everything, of whoever was invited name and password. */
export interface LinkAnswers {
  readonly name?: string;
  readonly email?: string;
  readonly password?: string;
}

@Component({
  selector: 'dti-link-form',
  imports: [FormFailure, MatButton, MatFormField, MatHint, MatInput, MatLabel, PasswordField],
  templateUrl: './link-form.html',
  styleUrl: './fields.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinkForm {
  readonly link = input.required<OneTimeLink>();
  readonly busy = input(false);
  readonly failure = input<Failure | null>(null);
  readonly given = output<LinkAnswers>();
  protected readonly t = inject(Language).t;
  protected readonly purpose = computed(() => this.link().purpose);
  protected readonly asksName = computed(() => ['first-operator', 'invitation'].includes(this.purpose()));
  private readonly name = viewChild<ElementRef<HTMLInputElement>>('name');
  private readonly email = viewChild<ElementRef<HTMLInputElement>>('email');
  private readonly password = viewChild(PasswordField);

  protected send(event: Event): void {
    event.preventDefault();
    if (this.busy()) return;
    const name = this.name()?.nativeElement.value.trim();
    const email = this.email()?.nativeElement.value.trim();
    const password = this.password()?.text();
    this.given.emit({
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
      ...(password === undefined ? {} : { password }),
    });
  }
}
