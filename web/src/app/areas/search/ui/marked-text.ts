import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Part } from '../search-view.js';

/** A text in which the words that were asked for are marked. */
@Component({
  selector: 'dti-marked-text',
  template: `@for (part of parts(); track $index) {
    @if (part.found) {
      <mark>{{ part.text }}</mark>
    } @else {
      <span>{{ part.text }}</span>
    }
  }`,
  styles: `
    mark {
      background: var(--accent-soft);
      color: inherit;
      border-radius: 2px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MarkedText {
  readonly parts = input.required<readonly Part[]>();
}
