import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Language } from '../language/language.js';

/** Holds the place, at the height, of what is coming, so that nothing moves when it comes. */
@Component({
  selector: 'dti-skeleton',
  template: `<span class="visually-hidden">{{ t('state.loading') }}</span>`,
  host: { role: 'status', '[style.height.rem]': 'height()' },
  styles: `
    :host {
      display: block;
      border-radius: var(--radius-l);
      background: var(--surface);
      border: 1px solid var(--line);
      animation: wait 1.6s ease-in-out infinite alternate;
    }
    @keyframes wait {
      to {
        background: var(--sunk);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Skeleton {
  /** In rem. */
  readonly height = input.required<number>();
  protected readonly t = inject(Language).t;
}
