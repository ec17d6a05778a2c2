import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Language } from '../../../shared/language/language.js';
import { STATES } from '../measure-words.js';
import type { CountRow } from '../targets-view.js';
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
            <th scope="col">{{ t('targets.kind') }}</th>
            <th scope="col" class="number">{{ t('targets.measures') }}</th>
            @for (state of states; track state) {
              <th scope="col" class="number"><dti-state-chip [state]="state" /></th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of named(); track row.kind) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              <td class="number">{{ row.total }}</td>
              @for (count of row.counts; track $index) {
                <td class="number" [class.zero]="count === 0">{{ count }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    caption {
      padding-bottom: var(--gap-2);
      font-size: var(--text-l);
      font-weight: 600;
      text-align: start;
    }
    table.data .number {
      font-size: var(--text-m);
    }
    td.zero {
      color: var(--ink-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StateCounts {
  readonly rows = input.required<readonly CountRow[]>();
  protected readonly t = inject(Language).t;
  protected readonly states = STATES;
  protected readonly named = computed(() =>
    this.rows().map((row) => ({ ...row, name: this.t(`targets.kind.${row.kind}`) })),
  );
}
