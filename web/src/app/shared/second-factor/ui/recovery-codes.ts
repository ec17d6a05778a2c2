import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '../../language/language.js';
import { Icon } from '../../ui/icon.js';
import { recoverySheet } from '../recovery-sheet.js';

/** Recovery codes, this once: to copy, print or keep as a file; on with it when they are kept. */
@Component({
  selector: 'dti-recovery-codes',
  imports: [Icon, MatButton],
  templateUrl: './recovery-codes.html',
  styleUrl: './recovery-codes.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecoveryCodes {
  readonly codes = input.required<readonly string[]>();
  readonly done = output();
  protected readonly t = inject(Language).t;
  protected readonly kept = signal(false);
  protected readonly copied = signal(false);
  protected readonly file = computed(
    () => `data:text/plain;charset=utf-8,${encodeURIComponent(this.sheet())}`,
  );
  private readonly sheet = computed(() => recoverySheet(this.t('signIn.codes.sheet'), this.codes()));

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.sheet()).then(
      () => this.copied.set(true),
      () => this.copied.set(false),
    );
  }

  protected print(): void {
    window.print();
  }
}
