import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Language } from '../../../shared/language/language.js';

/** "đề xuất": no document states it, or not as it stands here. */
@Component({
  selector: 'dti-proposed-mark',
  template: `{{ t('methodology.proposed') }}`,
  styles: `
    :host {
      display: inline-block;
      padding: 0 0.375rem;
      border: 1px dashed var(--warn);
      border-radius: var(--radius-s);
      background: var(--warn-soft);
      color: var(--warn);
      font-size: var(--text-xs);
      font-weight: 500;
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposedMark {
  protected readonly t = inject(Language).t;
}
