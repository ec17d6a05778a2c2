import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon, type IconName } from './icon.js';

export interface SegmentedChoice {
  readonly value: string;
  readonly label: string;
  /** A count or state beside the label ("9/63"). */
  readonly note?: string;
  readonly icon?: IconName;
}

let groups = 0;

/** One of a few: radio buttons drawn as one bar; arrow keys move, and it wraps where it is narrow. */
@Component({
  selector: 'dti-segmented',
  imports: [Icon],
  template: `
    <fieldset>
      <legend class="visually-hidden">{{ legend() }}</legend>
      @for (choice of choices(); track choice.value) {
        <label>
          <input
            type="radio"
            [name]="name"
            [value]="choice.value"
            [checked]="choice.value === value()"
            (change)="chosen.emit(choice.value)"
          />
          <span class="face">
            @if (choice.icon) {
              <dti-icon [name]="choice.icon" />
            }
            {{ choice.label }}
            @if (choice.note) {
              <span class="note figures">{{ choice.note }}</span>
            }
          </span>
        </label>
      }
    </fieldset>
  `,
  styleUrl: './segmented.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Segmented {
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly SegmentedChoice[]>();
  readonly value = input.required<string>();
  readonly chosen = output<string>();
  protected readonly name = `segmented-${(groups += 1)}`;
}
