import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { TextKey } from '../language/text-key.js';
import { Language } from '../language/language.js';
import { DraftField } from '../ui/draft-field.js';
import { FailedPanel } from '../ui/state-panel.js';
import { faultsOf, type WriteState } from '../problem/writing.js';

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly locale: 'vi' | 'en';
}

const FAULTS: Readonly<Record<string, TextKey>> = {
  NAME_INVALID: 'people.fault.name',
  NAME_LOOKS_ALIKE: 'people.fault.nameAlike',
  EMAIL_INVALID: 'people.fault.email',
  EMAIL_LOOKS_ALIKE: 'people.fault.emailAlike',
  EMAIL_TAKEN: 'people.fault.taken',
};

/** Name and address of somebody who is invited, and the button that does it. */
@Component({
  selector: 'dti-person-fields',
  imports: [DraftField, FailedPanel, MatButton],
  template: `
    <dti-draft-field
      [label]="t('people.name')"
      [value]="name()"
      [maximum]="120"
      [wrong]="wrong('name', name())"
      (typed)="name.set($event)"
    />
    <dti-draft-field
      [label]="t('people.email')"
      [value]="email()"
      [maximum]="254"
      [wrong]="wrong('email', email())"
      (typed)="email.set($event)"
    />
    @if (failure(); as failure) {
      <dti-failed-panel [failure]="failure" [heading]="t('people.inviteFailed')" (retry)="send()" />
    }
    <div>
      <button matButton="filled" type="button" [disabled]="writing().status === 'busy'" (click)="send()">
        {{ t('people.inviteSend') }}
      </button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonFields {
  readonly writing = input.required<WriteState>();
  readonly sent = output<NewPerson>();
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly tried = signal(false);
  protected readonly failure = computed(() => {
    const state = this.writing();
    return state.status === 'failed' && FAULTS[state.failure.code] === undefined ? state.failure : null;
  });

  protected wrong(field: 'name' | 'email', value: string): string | null {
    const [code] = faultsOf(this.writing(), field);
    const key = code === undefined ? undefined : FAULTS[code];
    if (key !== undefined) return this.t(key);
    return this.tried() && value.trim() === '' ? this.t('people.needed') : null;
  }

  protected send(): void {
    this.tried.set(true);
    const [name, email] = [this.name().trim(), this.email().trim()];
    if (name !== '' && email !== '') this.sent.emit({ name, email, locale: this.language.current() });
  }
}
