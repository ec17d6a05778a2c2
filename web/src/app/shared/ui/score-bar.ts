import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A value from 0 to 1 as a bar, with the mean (or a target) as a line on it. The number stands beside it. */
@Component({
  selector: 'dti-score-bar',
  template: `
    <span class="fill" [style.inline-size.%]="value() * 100"></span>
    @if (mark() !== null) {
      <span class="mark" [style.inset-inline-start.%]="(mark() ?? 0) * 100"></span>
    }
  `,
  host: { 'aria-hidden': 'true' },
  styles: `
    :host {
      position: relative;
      display: block;
      height: 0.625rem;
      border-radius: 2px;
      background: var(--sunk);
    }
    .fill {
      position: absolute;
      inset-block: 0;
      inset-inline-start: 0;
      border-radius: 2px;
      background: var(--accent);
    }
    .mark {
      position: absolute;
      inset-block: -0.25rem;
      width: 2px;
      background: var(--ink);
      outline: 1px solid var(--surface);
    }
    @media (forced-colors: active) {
      .fill {
        background: Highlight;
      }
      .mark {
        background: CanvasText;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScoreBar {
  readonly value = input.required<number>();
  readonly mark = input<number | null>(null);
}
