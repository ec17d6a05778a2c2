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
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { PersonSummary } from '../../../api-client/models/person-summary.js';
import { Language } from '../../../shared/language/language.js';
import type { WriteState } from '../../../shared/problem/writing.js';
import { DraftField } from '../../../shared/ui/draft-field.js';
import { FailedPanel } from '../../../shared/ui/state-panel.js';
import {
  DELEGATION_FAULTS,
  type DelegationDraft,
  delegationFaults,
  emptyDelegation,
  LONGEST_DAYS,
} from '../unit-people-view.js';

/** Delegates the own role, or that of a reporter, to somebody of the unit for a time. */
@Component({
  selector: 'dti-delegation-form',
  imports: [DraftField, FailedPanel, MatButton, MatFormField, MatLabel, MatOption, MatSelect],
  templateUrl: './delegation-form.html',
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DelegationForm {
  readonly people = input.required<readonly PersonSummary[]>();
  /** Today in Việt Nam. */
  readonly today = input.required<string>();
  readonly writing = input.required<WriteState>();
  readonly confirmed = output<DelegationDraft>();
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly tried = signal(false);
  protected readonly draft = linkedSignal<DelegationDraft>(() => emptyDelegation(this.today()));
  protected readonly longest = LONGEST_DAYS;
  protected readonly faultWords = DELEGATION_FAULTS;
  protected readonly faults = computed(() => delegationFaults(this.draft(), this.today()));
  protected readonly failure = computed(() => {
    const state = this.writing();
    return state.status === 'failed' ? state.failure : null;
  });
  /** What will be so, before it counts; null while something is missing. */
  protected readonly summary = computed(() => {
    const { person, role, from, to } = this.draft();
    const name = this.people().find(({ id }) => id === person)?.name;
    if (this.faults().length > 0 || name === undefined) return null;
    return this.t('unitPeople.delegate.summary', {
      name,
      role: this.t(`role.${role}`),
      from,
      to,
    });
  });

  protected change(change: Partial<DelegationDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected confirm(): void {
    this.tried.set(true);
    if (this.faults().length === 0) this.confirmed.emit(this.draft());
  }

  /** After it was delegated. */
  clear(): void {
    this.tried.set(false);
    this.draft.set(emptyDelegation(this.today()));
  }
}
