import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '../../../shared/language/language.js';
import { Icon } from '../../../shared/ui/icon.js';
import type { KeyRow } from '../keys-view.js';

const ICONS = { active: 'check', expired: 'clock', ended: 'none', revoked: 'bad' } as const;

/** Keys with what they may do and when they were used; revoking asks once more. */
@Component({
  selector: 'dti-key-list',
  imports: [Icon, MatButton],
  templateUrl: './key-list.html',
  styleUrl: './key-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeyList {
  readonly rows = input.required<readonly KeyRow[]>();
  readonly busy = input(false);
  readonly revoked = output<string>();
  protected readonly t = inject(Language).t;
  protected readonly icons = ICONS;
  protected readonly asked = signal<string | null>(null);

  protected revoke(id: string): void {
    this.asked.set(null);
    this.revoked.emit(id);
  }
}
