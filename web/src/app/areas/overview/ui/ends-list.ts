import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ScoreBar } from '../../../shared/ui/score-bar.js';

export interface EndsRow {
  readonly unitId: string;
  readonly rank: string;
  readonly name: string;
  readonly note: string;
  readonly total: number;
  readonly written: string;
}

/** The first and the last of a ranking, each against the mean, with what lies between them said. */
@Component({
  selector: 'dti-ends-list',
  imports: [RouterLink, ScoreBar],
  template: `
    <ol>
      @for (row of first(); track row.unitId) {
        <li>
          <span class="rank figures">{{ row.rank }}</span>
          <span class="name">
            <a [routerLink]="['/units', row.unitId]" [queryParams]="{ edition: edition() }">{{ row.name }}</a>
            <span class="note">{{ row.note }}</span>
          </span>
          <dti-score-bar [value]="row.total" [mark]="mean()" />
          <span class="total figures">{{ row.written }}</span>
        </li>
      }
      @if (last().length > 0) {
        <li class="between">{{ between() }}</li>
      }
      @for (row of last(); track row.unitId) {
        <li>
          <span class="rank figures">{{ row.rank }}</span>
          <span class="name">
            <a [routerLink]="['/units', row.unitId]" [queryParams]="{ edition: edition() }">{{ row.name }}</a>
            <span class="note">{{ row.note }}</span>
          </span>
          <dti-score-bar [value]="row.total" [mark]="mean()" />
          <span class="total figures">{{ row.written }}</span>
        </li>
      }
    </ol>
  `,
  styleUrl: './ends-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndsList {
  readonly first = input.required<readonly EndsRow[]>();
  readonly last = input.required<readonly EndsRow[]>();
  readonly mean = input.required<number | null>();
  /** The edition whose results a unit's page then shows. */
  readonly edition = input.required<string>();
  /** "53 tỉnh, thành phố ở giữa". */
  readonly between = input('');
}
