import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { Language } from '../../shared/language/language.js';
import { Session } from '../../shared/session/session.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { ForgottenStore } from './forgotten-store.js';
import { FormFailure } from './ui/form-failure.js';

/** For whoever forgot the password or is locked out: a link by mail, or whom to ask where none can be sent. */
@Component({
  selector: 'dti-forgotten-page',
  imports: [FormFailure, MatButton, MatFormField, MatInput, MatLabel, Notice, PageHeader, RouterLink],
  providers: [ForgottenStore],
  template: `
    <dti-page-header
      [finding]="t('signIn.forgotten')"
      [context]="byMail() ? t('signIn.forgotten.context') : ''"
    />
    <section class="panel main">
      @if (!byMail()) {
        <p>{{ t('signIn.forgotten.noMail') }}</p>
      } @else if (store.sent()) {
        <dti-notice kind="info">
          <p role="status">{{ t('signIn.forgotten.sent') }}</p>
        </dti-notice>
      } @else {
        <form class="main" [attr.aria-label]="t('signIn.forgotten')" (submit)="send($event)">
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('signIn.email') }}</mat-label>
            <input
              #email
              matInput
              required
              name="email"
              type="email"
              maxlength="254"
              autocomplete="username"
            />
          </mat-form-field>
          <dti-form-failure [failure]="store.failure()" />
          <button matButton="filled" type="submit" [disabled]="store.busy()">
            {{ t('signIn.forgotten.submit') }}
          </button>
        </form>
      }
      <div class="actions">
        <a matButton routerLink="/sign-in">{{ t('signIn.forgotten.back') }}</a>
      </div>
    </section>
  `,
  styleUrl: './sign-in.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForgottenPage {
  protected readonly store = inject(ForgottenStore);
  protected readonly t = inject(Language).t;
  private readonly session = inject(Session);
  protected readonly byMail = computed(() => this.session.current().signIn.mail);
  private readonly email = viewChild<ElementRef<HTMLInputElement>>('email');

  protected send(event: Event): void {
    event.preventDefault();
    const email = this.email()?.nativeElement.value.trim() ?? '';
    if (!this.store.busy() && email !== '') void this.store.ask(email);
  }
}
