import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { MeasureKind } from '../../../api-client/models/measure-kind.js';
import { Language } from '../../../shared/language/language.js';
import type { StateCount } from '../targets-view.js';
import { StateChip } from './state-chip.js';

/** How many measures are in each state; printed, carried and those without a figure apart. */
@Component({
  selector: 'dti-state-counts',
  imports: [StateChip],
  template: `
    <div class="table-scroll" role="region" tabindex="0" [attr.aria-label]="t('targets.counts')">
      <table class="data">
        <caption>
          {{
            t('targets.counts')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('targets.state') }}</th>
            <th scope="col" class="share"></th>
            <th scope="col" class="number">{{ t('targets.all') }}</th>
            @for (kind of kinds(); track kind) {
              <th scope="col" class="number">{{ t(kindKey(kind)) }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.state) {
            <tr [class.zero]="row.all === 0">
              <th scope="row"><dti-state-chip [state]="row.state" /></th>
              <td class="share">
                <span class="bar" aria-hidden="true" [style.inline-size.%]="row.share"></span>
              </td>
              <td class="number all">{{ row.all }}</td>
              @for (count of row.counts; track $index) {
                <td class="number">{{ count }}</td>
              }
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{{ t('targets.total') }}</th>
            <td class="share"></td>
            <td class="number all">{{ total().all }}</td>
            @for (count of total().counts; track $index) {
              <td class="number">{{ count }}</td>
            }
          </tr>
        </tfoot>
      </table>
    </div>
  `,
  styleUrl: './state-counts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StateCounts {
  readonly kinds = input.required<readonly MeasureKind[]>();
  readonly rows = input.required<readonly StateCount[]>();
  readonly total = input.required<{ readonly all: number; readonly counts: readonly number[] }>();
  protected readonly t = inject(Language).t;

  protected kindKey(kind: MeasureKind): `targets.short.${MeasureKind}` {
    return `targets.short.${kind}`;
  }
}
