import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { UnitChangeRow } from '../../../api-client/models/unit-change-row.js';
import { Language } from '../../../shared/language/language.js';
import { factText } from '../change-words.js';

/** Every row that a change writes, before and after. */
@Component({
  selector: 'dti-change-rows',
  template: `
    <div class="table-scroll" role="region" tabindex="0" [attr.aria-label]="t('unitChange.rows')">
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{{ t('word.unit') }}</th>
            <th scope="col">{{ t('unitChange.column.what') }}</th>
            <th scope="col">{{ t('unitChange.column.before') }}</th>
            <th scope="col">{{ t('unitChange.column.after') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of told(); track $index) {
            <tr>
              <th scope="row">{{ row.unit }}</th>
              <td>{{ row.what }}</td>
              <td class="words muted">{{ row.before }}</td>
              <td class="words">{{ row.after }}</td>
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
