import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Language } from '../../../shared/language/language.js';
import { Icon, type IconName } from '../../../shared/ui/icon.js';
import { statusKey, type StatusKey } from '../versions-view.js';

const SHAPES: Readonly<Record<StatusKey, IconName>> = {
  draft: 'warn',
  approved: 'file',
  in_use: 'check',
  retired: 'close',
};

/** Where a version stands in its life: a word and a shape before a colour. */
@Component({
  selector: 'dti-status-badge',
  imports: [Icon],
  template: `<dti-icon [name]="shape()" />{{ word() }}`,
  host: { '[class]': 'status()' },
  styles: `
    :host {
      display: inline-flex;
      gap: var(--gap-1);
      align-items: center;
      padding: 0.0625rem 0.5rem;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-s);
      font-size: var(--text-s);
      white-space: nowrap;
      color: var(--ink-2);
    }
    :host(.draft) {
      border-style: dashed;
      border-color: var(--warn);
      background: var(--warn-soft);
      color: var(--warn);
      font-weight: 600;
    }
    :host(.in_use) {
      border-color: var(--accent);
      color: var(--accent-ink);
      background: var(--accent-soft);
    }
    dti-icon {
      font-size: 0.75rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusBadge {
  readonly status = input.required<StatusKey>();
  private readonly t = inject(Language).t;
  protected readonly shape = computed(() => SHAPES[this.status()]);
  protected readonly word = computed(() => {
    const word = this.t(statusKey(this.status()));
    return this.status() === 'draft' ? word.toUpperCase() : word;
  });
}
