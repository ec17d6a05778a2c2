import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** One number with its name above and its comparison beneath. */
@Component({
  selector: 'dti-stat-tile',
  template: `
    <p class="label">{{ label() }}</p>
    <p class="value figures">{{ value() }}</p>
    <p class="note">{{ note() }}</p>
  `,
  host: { class: 'panel' },
  styles: `
    :host {
      display: grid;
      gap: 0.125rem;
      align-content: start;
      padding: var(--gap-3) var(--gap-4);
    }
    .label,
    .note {
      font-size: var(--text-s);
      color: var(--ink-2);
    }
    .value {
      font-size: var(--text-figure);
      font-weight: 600;
      line-height: 1.25;
      letter-spacing: -0.01em;
    }
    .note {
      min-height: 1.5em;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatTile {
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  readonly note = input('');
}
