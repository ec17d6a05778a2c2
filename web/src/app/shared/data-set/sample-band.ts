import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '../language/language.js';
import { Icon } from '../ui/icon.js';
import { DataSetChoice, OFFICIAL } from './data-set-choice.js';

/** Says on every screen of a sample that nothing on it is real; it stays in view, and in print. */
@Component({
  selector: 'dti-sample-band',
  imports: [Icon, MatButton],
  template: `
    @if (choice.sample()) {
      <aside class="band" [attr.aria-label]="t('dataSet.mark')">
        <dti-icon name="warn" />
        <p>
          <strong>{{ t('dataSet.mark') }}</strong><span class="words">{{ t('dataSet.sentence') }}</span>
        </p>
        <button matButton type="button" (click)="choice.choose(official)">{{ t('dataSet.leave') }}</button>
      </aside>
    }
  `,
  styles: `
    .band {
      display: flex;
      gap: var(--gap-2) var(--gap-3);
      align-items: center;
      padding: var(--gap-1) var(--gap-5);
      color: var(--ink);
      background: var(--warn-soft);
      border-bottom: 2px solid var(--warn);
      font-size: var(--text-s);
    }
    dti-icon,
    strong {
      color: var(--warn);
    }
    .words {
      margin-inline-start: var(--gap-2);
    }
    p {
      flex: 1 1 auto;
      min-width: 0;
    }
    button {
      flex: none;
    }
    @media (max-width: 599.98px) {
      .band {
        padding: var(--gap-1) var(--gap-4);
        font-size: var(--text-xs);
      }
      .band > dti-icon {
        display: none;
      }
    }
    @media print {
      button {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SampleBand {
  protected readonly t = inject(Language).t;
  protected readonly choice = inject(DataSetChoice);
  protected readonly official = OFFICIAL;
}
