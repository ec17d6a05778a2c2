import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { TargetCondition } from '../../../api-client/models/target-condition.js';
import { Language } from '../../../shared/language/language.js';

const STATUSES = ['done', 'partly', 'not_yet'] as const;

/** What the clause asks for without a number: its words, and what was last reported of it. */
@Component({
  selector: 'dti-target-conditions',
  template: `
    <ul>
      @for (condition of conditions(); track condition.code) {
        <li>
          <p>
            <span class="code figures">{{ condition.code }}</span> {{ wording().name(condition) }}
            <strong>{{ status(condition) }}</strong>
          </p>
          <p class="small muted" lang="vi">“{{ condition.words }}”</p>
          @if (condition.note) {
            <p class="small">{{ condition.note }}</p>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--gap-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .code {
      color: var(--ink-3);
      font-size: var(--text-s);
    }
    strong {
      display: inline-block;
      padding: 0 0.375rem;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-s);
      font-size: var(--text-xs);
      font-weight: 500;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TargetConditions {
  readonly conditions = input.required<readonly TargetCondition[]>();
  private readonly language = inject(Language);
  protected readonly wording = this.language.wording;

  protected status({ status }: TargetCondition): string {
    const known = STATUSES.find((word) => word === status);
    return known === undefined
      ? (status ?? this.language.t('targets.condition.none'))
      : this.language.t(`targets.condition.${known}`);
  }
}
