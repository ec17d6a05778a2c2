import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from './icon.js';

/** A remark that changes how figures are read; its kind is a word and a shape before it is a colour. */
@Component({
  selector: 'dti-notice',
  imports: [Icon],
  template: `<dti-icon [name]="kind() === 'info' ? 'info' : kind() === 'warn' ? 'warn' : 'bad'" />
    <div><ng-content /></div>`,
  host: { '[class]': 'kind()' },
  styles: `
    :host {
      display: flex;
      gap: var(--gap-3);
      padding: var(--gap-3) var(--gap-4);
      border-radius: var(--radius-m);
      font-size: var(--text-s);
      background: var(--info-soft);
    }
    :host(.warn) {
      background: var(--warn-soft);
    }
    :host(.bad) {
      background: var(--bad-soft);
    }
    div {
      min-width: 0;
    }
    dti-icon {
      font-size: 1rem;
      color: var(--info);
    }
    :host(.warn) dti-icon {
      color: var(--warn);
    }
    :host(.bad) dti-icon {
      color: var(--bad);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Notice {
  readonly kind = input<'info' | 'warn' | 'bad'>('info');
}
