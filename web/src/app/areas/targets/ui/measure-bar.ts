import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { BarView } from '../measure-words.js';

/** A value against its own target: the target is a line on the bar, the assumed path a dashed one. */
@Component({
  selector: 'dti-measure-bar',
  template: `
    @if (bar().fill !== null) {
      <span class="fill" [style.inline-size.%]="bar().fill"></span>
    }
    @if (bar().path !== null) {
      <span class="path" [style.inset-inline-start.%]="bar().path"></span>
    }
    @if (bar().target !== null) {
      <span class="target" [style.inset-inline-start.%]="bar().target"></span>
    }
  `,
  host: { 'aria-hidden': 'true', '[class.unknown]': 'bar().fill === null' },
  styles: `
    :host {
      position: relative;
      display: block;
      height: 0.75rem;
      border-radius: 2px;
      background: var(--sunk);
    }
    :host(.unknown) {
      background: none;
      border: 1px dashed var(--line-strong);
    }
    .fill {
      position: absolute;
      inset-block: 0;
      inset-inline-start: 0;
      border-radius: 2px;
      background: var(--accent);
    }
    .target,
    .path {
      position: absolute;
      inset-block: -0.3125rem;
    }
    .target {
      width: 3px;
      translate: -3px;
      background: var(--ink);
      outline: 1px solid var(--surface);
    }
    .path {
      width: 0;
      border-inline-start: 2px dashed var(--ink-3);
    }
    @media (forced-colors: active) {
      .fill {
        background: Highlight;
      }
      .target {
        background: CanvasText;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasureBar {
  readonly bar = input.required<BarView>();
}
