import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SecondFactor } from '../../../api-client/models/second-factor.js';
import type { SecondFactorEnrolment } from '../../../api-client/models/second-factor-enrolment.js';
import { Language } from '../../../shared/language/language.js';
import type { LoadState } from '../../../shared/loading/loaded.js';
import type { WriteState } from '../../../shared/problem/writing.js';
import { codeFault } from '../../../shared/second-factor/code-fault.js';
import { CodeField } from '../../../shared/second-factor/ui/code-field.js';
import { EnrolmentForm } from '../../../shared/second-factor/ui/enrolment-form.js';
import { RecoveryCodes } from '../../../shared/second-factor/ui/recovery-codes.js';
import { Icon } from '../../../shared/ui/icon.js';
import { Skeleton } from '../../../shared/ui/skeleton.js';
import { FailedPanel } from '../../../shared/ui/state-panel.js';

/** The second factor: set up, taken off by a code, and its recovery codes made anew. */
@Component({
  selector: 'dti-factor-panel',
  imports: [CodeField, EnrolmentForm, FailedPanel, Icon, MatButton, RecoveryCodes, Skeleton],
  templateUrl: './factor-panel.html',
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactorPanel {
  readonly state = input.required<LoadState<SecondFactor>>();
  readonly enrolment = input.required<SecondFactorEnrolment | null>();
  readonly codes = input.required<readonly string[] | null>();
  readonly writing = input.required<WriteState>();
  readonly begun = output();
  readonly confirmed = output<string>();
  readonly cancelled = output();
  readonly kept = output();
  readonly removed = output<string>();
  readonly renewed = output<string>();
  readonly retry = output();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  /** What a code is being asked for. */
  protected readonly asking = signal<'remove' | 'renew' | null>(null);
  protected readonly code = signal('');
  private readonly tried = signal(false);
  protected readonly since = computed(() => {
    const state = this.state();
    const since = state.status === 'ready' ? state.value.since : null;
    return since === null ? '' : this.language.formats().date(since);
  });
  protected readonly wrong = computed(() => {
    if (this.tried() && this.code().trim() === '') return this.t('secondFactor.codeNeeded');
    return codeFault(this.writing(), this.t);
  });

  protected ask(what: 'remove' | 'renew' | null): void {
    this.code.set('');
    this.tried.set(false);
    this.asking.set(what);
    if (what === null) this.cancelled.emit();
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const code = this.code().trim();
    if (code === '') return;
    if (this.asking() === 'remove') this.removed.emit(code);
    else this.renewed.emit(code);
  }

  protected putAway(): void {
    this.asking.set(null);
    this.kept.emit();
  }
}
