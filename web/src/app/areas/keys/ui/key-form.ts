import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { ApiKeyRequest } from '../../../api-client/models/api-key-request.js';
import { Language } from '../../../shared/language/language.js';
import type { WriteState } from '../../../shared/problem/writing.js';
import { DraftField } from '../../../shared/ui/draft-field.js';
import { Notice } from '../../../shared/ui/notice.js';
import { FailedPanel } from '../../../shared/ui/state-panel.js';
import { emptyDraft, keyRequest, LIVES, type KeyDraft, type RoleChoice } from '../keys-view.js';

/** What a new key is for, for which role, what it may do, and for how long. */
@Component({
  selector: 'dti-key-form',
  imports: [
    DraftField,
    FailedPanel,
    MatButton,
    MatCheckbox,
    MatFormField,
    MatLabel,
    MatOption,
    MatSelect,
    Notice,
  ],
  templateUrl: './key-form.html',
  styleUrl: './key-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeyForm {
  readonly roles = input.required<readonly RoleChoice[]>();
  readonly writing = input.required<WriteState>();
  readonly confirmed = output<ApiKeyRequest>();
  protected readonly t = inject(Language).t;
  protected readonly lives = LIVES;
  protected readonly tried = signal(false);

  protected readonly draft = linkedSignal<KeyDraft>(() => emptyDraft(this.roles()));
  protected readonly actions = computed(
    () => this.roles().find(({ grant }) => grant === this.draft().grant)?.actions ?? [],
  );
  protected readonly sleeping = computed(() => this.roles().some(({ asleep }) => asleep));
  protected readonly failure = computed(() => {
    const state = this.writing();
    return state.status === 'failed' ? state.failure : null;
  });

  protected change(change: Partial<KeyDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected toggle(code: string): void {
    const { actions } = this.draft();
    this.change({
      actions: actions.includes(code) ? actions.filter((one) => one !== code) : [...actions, code],
    });
  }

  protected confirm(): void {
    this.tried.set(true);
    const request = keyRequest(this.draft());
    if (request !== null) this.confirmed.emit(request);
  }

  /** After the key was made. */
  clear(): void {
    this.tried.set(false);
    this.draft.set(emptyDraft(this.roles()));
  }
}
