import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Language } from '../../../shared/language/language.js';
import type { Failure } from '../../../shared/problem/problem.js';
import { adviceFor } from '../../../shared/problem/problem.js';
import { Notice } from '../../../shared/ui/notice.js';

/** Who decides a change, and why. */
export interface Decision {
  readonly author: string;
  readonly reason: string;
}

let forms = 0;

/** Nothing about a method changes without a name and a reason: both are asked before it is confirmed. */
@Component({
  selector: 'dti-decision-form',
  imports: [MatButton, MatFormField, MatHint, MatInput, MatLabel, Notice],
  templateUrl: './decision-form.html',
  styleUrl: './decision-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionForm {
  readonly heading = input.required<string>();
  readonly confirmLabel = input.required<string>();
  /** What cannot be undone about it. */
  readonly caution = input('');
  readonly busy = input(false);
  readonly failure = input<Failure | null>(null);
  /** Fields of its own, projected, are filled in. */
  readonly complete = input(true);
  readonly decided = output<Decision>();
  readonly cancelled = output();

  protected readonly t = inject(Language).t;
  protected readonly id = `decision-${(forms += 1)}`;
  protected readonly author = signal('');
  protected readonly reason = signal('');
  protected readonly ready = computed(
    () =>
      this.author().trim().length >= 2 && this.reason().trim().length >= 3 && this.complete() && !this.busy(),
  );
  protected readonly advice = computed(() => {
    const failure = this.failure();
    return failure === null ? '' : this.t(adviceFor(failure));
  });

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    if (this.ready()) this.decided.emit({ author: this.author().trim(), reason: this.reason().trim() });
  }
}
