import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ChangedUnit } from '../../../api-client/models/changed-unit.js';
import type { SuccessionLink } from '../../../api-client/models/succession-link.js';
import { Language } from '../../../shared/language/language.js';
import type { TextKey } from '../../../shared/language/text-key.js';
import { successionTrees } from '../succession-tree.js';

/** What came from what, as it will be: a tree, with a table behind it. */
@Component({
  selector: 'dti-succession-picture',
  imports: [NgTemplateOutlet],
  template: `
    <ul class="tree">
      @for (top of trees(); track top.id) {
        <ng-container [ngTemplateOutlet]="branch" [ngTemplateOutletContext]="{ $implicit: top }" />
      }
    </ul>
    <ng-template #branch let-node>
      <li>
        <span class="unit" [class.new]="node.isNew">
          <strong>{{ nameOf()(node.id) }}</strong>
          <span class="small muted">{{ days(node.id) }}</span>
          @if (node.isNew) {
            <span class="mark">{{ t('unitChange.new') }}</span>
          } @else if (node.link?.isNew) {
            <span class="mark">{{ t('unitChange.ends') }}</span>
          }
        </span>
        @if (node.parts.length > 0) {
          <ul [attr.aria-label]="t('unitChange.cameFrom')">
            @for (part of node.parts; track part.id) {
              <ng-container [ngTemplateOutlet]="branch" [ngTemplateOutletContext]="{ $implicit: part }" />
            }
          </ul>
        }
      </li>
    </ng-template>
    <details>
      <summary>{{ t('unitChange.asTable') }}</summary>
      <div class="table-scroll" role="region" tabindex="0" [attr.aria-label]="t('unitChange.succession')">
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{{ t('unitChange.column.from') }}</th>
              <th scope="col">{{ t('unitChange.column.to') }}</th>
              <th scope="col">{{ t('unitChange.column.change') }}</th>
              <th scope="col">{{ t('unitChange.column.day') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (link of links(); track $index) {
              <tr>
                <th scope="row">{{ nameOf()(link.predecessorId) }}</th>
                <td>{{ nameOf()(link.successorId) }}</td>
                <td>{{ word(link) }}</td>
                <td class="figures">{{ wording().formats.date(link.effectiveDate) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </details>
  `,
  styleUrl: './succession-picture.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuccessionPicture {
  readonly links = input.required<readonly SuccessionLink[]>();
  readonly units = input.required<readonly ChangedUnit[]>();
  readonly nameOf = input.required<(id: string) => string>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly trees = computed(() => successionTrees(this.links(), this.units()));

  protected days(id: string): string {
    const unit = this.units().find((one) => one.id === id);
    const { formats } = this.wording();
    if (unit === undefined) return '';
    const [from, to] = [unit.validFrom, unit.validTo].map((day) => (day === null ? '' : formats.date(day)));
    return from === '' && to === '' ? '' : `${from || '…'} – ${to || '…'}`;
  }

  protected word({ change }: SuccessionLink): string {
    return this.t(`unit.change.${change}` as TextKey);
  }
}
