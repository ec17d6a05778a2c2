import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { SaidPart } from '../settings-view.js';

/** A value in words: one thing as it is, several with their names. */
@Component({
  selector: 'dti-said-value',
  template: `
    <dl>
      @for (part of parts(); track part.name) {
        <div>
          @if (part.label) {
            <dt>{{ part.label }}</dt>
          }
          <dd>{{ part.text }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-1) var(--gap-5);
      margin: 0;
    }
    div {
      min-width: 0;
    }
    dt {
      font-size: var(--text-xs);
      color: var(--ink-2);
    }
    dd {
      margin: 0;
      font-weight: 500;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaidValue {
  readonly parts = input.required<readonly SaidPart[]>();
}
