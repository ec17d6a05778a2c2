import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Language } from '../../../shared/language/language.js';
import { Icon } from '../../../shared/ui/icon.js';
import type { AuditRow } from '../audit-view.js';

/** Events: when, who under which role, what to what, and the fields that changed. */
@Component({
  selector: 'dti-audit-table',
  imports: [Icon],
  template: `
    <div class="table-scroll" role="region" tabindex="0" [attr.aria-label]="t('nav.audit')">
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{{ t('audit.when') }}</th>
            <th scope="col">{{ t('audit.who') }}</th>
            <th scope="col">{{ t('audit.what') }}</th>
            <th scope="col" class="words">{{ t('audit.change') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.number) {
            <tr>
              <td class="figures">
                {{ row.time }}
                <span class="beneath">
                  {{ t('audit.number', { number: row.number }) }}
                  @if (!row.intact) {
                    <strong class="bad"><dti-icon name="bad" />{{ t('audit.notIntact') }}</strong>
                  }
                </span>
              </td>
              <th scope="row">
                {{ row.who }}
                <span class="beneath">{{ row.as }}</span>
                @if (row.address) {
                  <span class="beneath figures">{{ row.address }}</span>
                }
              </th>
              <td>
                {{ row.action }}
                @if (row.refused) {
                  <strong class="bad"><dti-icon name="bad" />{{ t('audit.refused') }}</strong>
                }
                <code class="beneath">{{ row.object }}</code>
                @if (row.unit) {
                  <span class="beneath">{{ row.unit }}</span>
                }
              </td>
              <td>
                <dl>
                  @for (one of row.differences; track one.field) {
                    <div>
                      <dt>{{ one.field }}</dt>
                      <dd>
                        @if (one.before !== null) {
                          <del>{{ one.before }}</del>
                        }
                        @if (one.after !== null) {
                          <ins>{{ one.after }}</ins>
                        }
                      </dd>
                    </div>
                  }
                </dl>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    td,
    tbody th {
      vertical-align: top !important;
    }
    .beneath {
      display: block;
      font-weight: 400;
      font-size: var(--text-xs);
      color: var(--ink-3);
      overflow-wrap: anywhere;
    }
    .bad {
      display: inline-flex;
      gap: var(--gap-1);
      align-items: center;
      color: var(--bad);
      font-weight: 500;
    }
    dl {
      display: grid;
      gap: var(--gap-1);
      margin: 0;
      min-width: 14rem;
    }
    dl div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--gap-2);
    }
    dt {
      color: var(--ink-3);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    del {
      color: var(--ink-3);
    }
    ins {
      text-decoration: none;
      font-weight: 500;
    }
    del + ins::before {
      content: ' → ';
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditTable {
  readonly rows = input.required<readonly AuditRow[]>();
  protected readonly t = inject(Language).t;
}
