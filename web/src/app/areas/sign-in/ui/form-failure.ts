import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Language } from '../../../shared/language/language.js';
import type { Failure } from '../../../shared/problem/problem.js';
import { Notice } from '../../../shared/ui/notice.js';
import { wordsFor } from '../sign-in-model.js';

/** Why a form was refused and what to do, where a screen reader hears it. */
@Component({
  selector: 'dti-form-failure',
  imports: [Notice],
  template: `
    <div role="alert">
      @if (failure(); as failure) {
        <dti-notice kind="bad">
          <p>{{ t(words()) }}</p>
          <p class="small muted">
            {{ t('state.code') }}: <code>{{ failure.code }}</code>
          </p>
        </dti-notice>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormFailure {
  readonly failure = input.required<Failure | null>();
  protected readonly t = inject(Language).t;
  protected readonly words = computed(() => {
    const failure = this.failure();
    return failure === null ? 'signIn.failed.form' : wordsFor(failure);
  });
}
