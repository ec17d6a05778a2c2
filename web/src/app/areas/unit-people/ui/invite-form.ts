import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { ReporterInvitationRequest } from '../../../api-client/models/reporter-invitation-request.js';
import { Language } from '../../../shared/language/language.js';
import type { WriteState } from '../../../shared/problem/writing.js';
import { DraftField } from '../../../shared/ui/draft-field.js';
import { FailedPanel } from '../../../shared/ui/state-panel.js';
import { EMPTY_INVITE, type InviteDraft, inviteRequest, looksLikeMail } from '../unit-people-view.js';

/** Invites somebody to report for the unit. */
@Component({
  selector: 'dti-invite-form',
  imports: [DraftField, FailedPanel, MatButton, MatFormField, MatLabel, MatOption, MatSelect],
  template: `
    <p class="small muted">{{ t('unitPeople.invite.words') }}</p>
    <div class="fields">
      <dti-draft-field
        [label]="t('unitPeople.invite.name')"
        [value]="draft().name"
        [maximum]="200"
        [wrong]="tried() && draft().name.trim() === '' ? t('unitPeople.invite.nameNeeded') : null"
        (typed)="change({ name: $event })"
      />
      <dti-draft-field
        [label]="t('unitPeople.invite.email')"
        [value]="draft().email"
        [maximum]="254"
        [wrong]="tried() && !mailFits() ? t('unitPeople.invite.emailNeeded') : null"
        (typed)="change({ email: $event })"
      />
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t('unitPeople.invite.locale') }}</mat-label>
        <mat-select [value]="draft().locale" (selectionChange)="change({ locale: $event.value })">
          <mat-option value="vi">{{ t('language.vi') }}</mat-option>
          <mat-option value="en">{{ t('language.en') }}</mat-option>
        </mat-select>
      </mat-form-field>
    </div>
    @if (failure(); as failure) {
      <dti-failed-panel [failure]="failure" [heading]="t('unitPeople.invite.failed')" (retry)="confirm()" />
    }
    <div>
      <button matButton="filled" type="button" [disabled]="writing().status === 'busy'" (click)="confirm()">
        {{ t('unitPeople.invite') }}
      </button>
    </div>
  `,
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteForm {
  readonly writing = input.required<WriteState>();
  readonly confirmed = output<ReporterInvitationRequest>();
  protected readonly t = inject(Language).t;
  protected readonly draft = signal<InviteDraft>(EMPTY_INVITE);
  protected readonly tried = signal(false);
  protected readonly mailFits = computed(() => looksLikeMail(this.draft().email));
  protected readonly failure = computed(() => {
    const state = this.writing();
    return state.status === 'failed' ? state.failure : null;
  });

  protected change(change: Partial<InviteDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected confirm(): void {
    this.tried.set(true);
    const request = inviteRequest(this.draft());
    if (request !== null) this.confirmed.emit(request);
  }

  /** After somebody was invited. */
  clear(): void {
    this.tried.set(false);
    this.draft.set(EMPTY_INVITE);
  }
}
