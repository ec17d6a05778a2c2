import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { UnitChangeRow } from '../../../api-client/models/unit-change-row.js';
import { Language } from '../../../shared/language/language.js';
import { factText } from '../change-words.js';

/** Every row that a change writes, before and after. */
@Component({
  selector: 'dti-change-rows',
  template: `
    <div class="table-scroll" role="region" tabindex="0" [attr.aria-label]="t('unitChange.rows')">
      <table class="data" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">{{ t('word.unit') }}</th>
            <th scope="col" role="columnheader">{{ t('unitChange.column.what') }}</th>
            <th scope="col" role="columnheader">{{ t('unitChange.column.before') }}</th>
            <th scope="col" role="columnheader">{{ t('unitChange.column.after') }}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          @for (row of told(); track $index) {
            <tr role="row">
              <th scope="row" role="rowheader">{{ row.unit }}</th>
              <td role="cell">{{ row.what }}</td>
              <td class="words muted" role="cell" [attr.data-label]="t('unitChange.column.before')">
                {{ row.before }}
              </td>
              <td class="words" role="cell" [attr.data-label]="t('unitChange.column.after')">
                {{ row.after }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .words {
      min-width: 9rem;
      white-space: normal;
    }
    /* Four columns do not stand side by side on a phone: each row is a block, its cells named. */
    @media (max-width: 599.98px) {
      thead {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      table,
      tbody,
      tr,
      td,
      th {
        display: block;
        border: 0;
      }
      tr {
        padding-block: var(--gap-3);
        border-bottom: 1px solid var(--line);
      }
      tr > td,
      tr > th {
        border: 0;
        padding: 0;
      }
      .words::before {
        content: attr(data-label) ': ';
        color: var(--ink-3);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeRows {
  readonly rows = input.required<readonly UnitChangeRow[]>();
  readonly nameOf = input.required<(id: string) => string>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly told = computed(() =>
    this.rows().map((row) => ({
      unit: this.nameOf()(row.unitId),
      what: this.t(`unitChange.table.${row.table}`),
      before: factText(row, row.before, this.nameOf(), this.language.wording()),
      after: factText(row, row.after, this.nameOf(), this.language.wording()),
    })),
  );
}
