import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { FrameworkEvent } from '../../../api-client/models/framework-event.js';
import type { FrameworkStatus } from '../../../api-client/models/framework-status.js';
import type { FrameworkVersion } from '../../../api-client/models/framework-version.js';
import { Language } from '../../../shared/language/language.js';
import type { TextKey } from '../../../shared/language/text-key.js';
import type { Failure } from '../../../shared/problem/problem.js';
import { copyCode, lifeRows, nextStatus } from '../life-view.js';
import { type Decision, DecisionForm } from './decision-form.js';

export interface CopyDecision extends Decision {
  readonly code: string;
}

/** What happened to a version, and, to whom it is allowed, its next step and a copy of it. */
@Component({
  selector: 'dti-life-panel',
  imports: [DecisionForm, MatButton, MatFormField, MatHint, MatInput, MatLabel],
  templateUrl: './life-panel.html',
  styleUrl: './life-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LifePanel {
  readonly version = input.required<FrameworkVersion>();
  readonly events = input.required<readonly FrameworkEvent[]>();
  /** Its next step is one's to take. */
  readonly movable = input.required<boolean>();
  readonly copyable = input.required<boolean>();
  /** Codes that a copy cannot have. */
  readonly taken = input.required<readonly string[]>();
  readonly busy = input(false);
  readonly failure = input<Failure | null>(null);
  readonly moved = output<Decision & { readonly to: FrameworkStatus }>();
  readonly copied = output<CopyDecision>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  /** What was asked for, and of which state of which version: another state or version ends it. */
  private readonly asked = signal<{ readonly what: 'move' | 'copy'; readonly of: string } | null>(null);
  private readonly standing = computed(() => `${this.version().code} ${this.version().status}`);
  protected readonly deciding = computed(() => {
    const asked = this.asked();
    return asked?.of === this.standing() ? asked.what : null;
  });
  protected readonly typedCode = signal<string | null>(null);
  protected readonly code = computed(() => this.typedCode() ?? copyCode(this.version().code, this.taken()));
  protected readonly codeFits = computed(
    () => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(this.code()) && !this.taken().includes(this.code()),
  );
  protected readonly rows = computed(() => lifeRows(this.events(), this.language.wording()));
  protected readonly next = computed(() => (this.movable() ? nextStatus(this.version().status) : null));

  protected ask(what: 'move' | 'copy'): void {
    this.typedCode.set(null);
    this.asked.set({ what, of: this.standing() });
  }

  protected cancel(): void {
    this.asked.set(null);
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value.trim();
  }

  protected moveWords(to: FrameworkStatus): string {
    return this.t(`methodology.move.${to}` as TextKey);
  }

  protected moveCaution(to: FrameworkStatus): string {
    return this.t(`methodology.moveCaution.${to}` as TextKey);
  }

  protected move(decision: Decision, to: FrameworkStatus): void {
    this.moved.emit({ ...decision, to });
  }
}
