import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '../language/language.js';
import type { TextKey } from '../language/text-key.js';
import { adviceFor, type Failure } from '../problem/problem.js';
import { RefusedPanel } from '../session/refused-panel.js';
import { whyByCode } from '../session/refusal.js';
import { Icon } from './icon.js';

/** A request failed: what happened, what to do, the stable code, and a way to try again. */
@Component({
  selector: 'dti-failed-panel',
  imports: [Icon, MatButton, RefusedPanel],
  template: `
    @if (refused(); as why) {
      <dti-refused-panel
        [why]="why"
        [action]="failure().refusal?.action ?? null"
        [unit]="failure().refusal?.unit ?? null"
        [ask]="failure().refusal?.ask ?? null"
        [code]="failure().code"
      >
        <button matButton="outlined" type="button" (click)="retry.emit()">{{ t('state.retry') }}</button>
      </dti-refused-panel>
    } @else {
      <div class="state" role="alert">
        <dti-icon name="bad" />
        <div>
          <p class="title">{{ heading() || t(usual()) }}</p>
          <p>{{ t(advice()) }}</p>
          @if (failure().detail) {
            <p class="muted small" lang="en">{{ failure().detail }}</p>
          }
          <p class="small muted">
            {{ t('state.code') }}: <code>{{ failure().code }}</code>
          </p>
          <button matButton="outlined" type="button" (click)="retry.emit()">{{ t('state.retry') }}</button>
        </div>
      </div>
    }
  `,
  styleUrl: './state-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FailedPanel {
  readonly failure = input.required<Failure>();
  /** What could not be done; figures that could not be loaded, unless said otherwise. */
  readonly heading = input('');
  readonly retry = output();
  protected readonly t = inject(Language).t;
  protected readonly usual = computed<TextKey>(() =>
    this.failure().status === 404 ? 'state.failed.absent' : 'state.failed.title',
  );
  protected readonly refused = computed(() => whyByCode(this.failure().code));
  protected readonly advice = computed(() => adviceFor(this.failure()));
}

/** There is nothing to show: why, and what to do about it (projected: a link or a button). */
@Component({
  selector: 'dti-empty-panel',
  imports: [Icon],
  template: `
    <div class="state">
      <dti-icon name="info" />
      <div>
        <p class="title">{{ heading() }}</p>
        <p>{{ advice() }}</p>
        <ng-content />
      </div>
    </div>
  `,
  styleUrl: './state-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyPanel {
  readonly heading = input.required<string>();
  readonly advice = input.required<string>();
}
