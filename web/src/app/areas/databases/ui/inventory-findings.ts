import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DatabaseFinding } from '../../../api-client/models/database-finding.js';
import type { DatabaseTerms } from '../../../api-client/models/database-terms.js';
import type { Inventory } from '../../../api-client/models/inventory.js';
import { Language } from '../../../shared/language/language.js';
import { figureText } from '../databases-view.js';
import { findingRows } from '../inventory-view.js';
import { StateMark } from './state-mark.js';

/** The five assessments, aspect by aspect: as reported by the owner, and as verified. */
@Component({
  selector: 'dti-inventory-findings',
  imports: [StateMark],
  template: `
    <div class="table-scroll" role="region" tabindex="0" [attr.aria-label]="t('db.findings.title')">
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{{ t('db.findings.assessment') }}</th>
            <th scope="col">{{ t('db.findings.aspect') }}</th>
            <th scope="col">{{ t('db.findings.reported') }}</th>
            <th scope="col">{{ t('db.findings.verified') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.code) {
            <tr>
              @if (row.first) {
                <th scope="rowgroup" [attr.rowspan]="row.span">{{ row.assessment }}</th>
              }
              <td class="words">{{ row.aspect }}</td>
              @for (finding of [row.reported, row.verified]; track $index) {
                <td>
                  @if (finding !== null) {
                    <dti-state-mark [state]="finding.state" />
                    @if (said(finding); as words) {
                      <span class="said">{{ words }}</span>
                    }
                    @if ($last && row.differs) {
                      <span class="differs">{{ t('db.findings.differs') }}</span>
                    }
                  } @else {
                    <span class="muted">–</span>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .said,
    .differs {
      display: block;
      font-size: var(--text-xs);
    }
    .said {
      color: var(--ink-3);
    }
    .differs {
      color: var(--warn);
      font-weight: 500;
    }
    th[scope='rowgroup'] {
      vertical-align: top;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InventoryFindings {
  readonly inventory = input.required<Inventory>();
  readonly terms = input.required<DatabaseTerms>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly rows = computed(() =>
    findingRows(this.inventory(), this.terms(), this.language.wording()),
  );

  protected said(finding: DatabaseFinding): string {
    return [figureText(finding, this.language.wording()), finding.note]
      .filter((part) => part !== null)
      .join(' · ');
  }
}
