import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { PasswordChange } from '../../../api-client/models/password-change.js';
import { Language } from '../../../shared/language/language.js';
import type { WriteState } from '../../../shared/problem/writing.js';
import { Notice } from '../../../shared/ui/notice.js';
import { passwordFaults } from '../password-faults.js';

/** The password is changed for the present one; what is wrong stands at its field. */
@Component({
  selector: 'dti-password-form',
  imports: [MatButton, MatFormField, MatHint, MatInput, MatLabel, Notice],
  templateUrl: './password-form.html',
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordForm {
  readonly writing = input.required<WriteState>();
  readonly changed = output<PasswordChange>();

  protected readonly t = inject(Language).t;
  protected readonly fields = ['current', 'next'] as const;
  protected readonly current = signal('');
  protected readonly next = signal('');
  protected readonly shown = signal(false);
  private readonly tried = signal(false);
  protected readonly faults = computed(() =>
    passwordFaults(this.tried(), { current: this.current(), next: this.next() }, this.writing(), this.t),
  );

  protected submit(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.current() === '' || this.next() === '') return;
    this.changed.emit({ current: this.current(), next: this.next() });
  }

  /** After it was changed. */
  clear(): void {
    this.current.set('');
    this.next.set('');
    this.tried.set(false);
  }
}
