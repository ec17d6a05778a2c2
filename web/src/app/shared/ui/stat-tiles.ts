import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Skeleton } from './skeleton.js';
import { StatTile } from './stat-tile.js';

/** A row of numbers; without any yet, as many placeholders of the same size. */
@Component({
  selector: 'dti-stat-tiles',
  imports: [Skeleton, StatTile],
  template: `
    @if (tiles(); as tiles) {
      @for (tile of tiles; track tile.label) {
        <dti-stat-tile [label]="tile.label" [value]="tile.value" [note]="tile.note" />
      }
    } @else {
      @for (place of [1, 2, 3, 4]; track place) {
        <dti-skeleton [height]="6.6" />
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-4);
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    @media (max-width: 1023.98px) {
      :host {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
    @media (max-width: 599.98px) {
      :host {
        gap: var(--gap-2);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatTiles {
  readonly tiles = input.required<
    readonly { readonly label: string; readonly value: string; readonly note: string }[] | null
  >();
}
