import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { MeasureStateRule } from '../../../api-client/models/measure-state-rule.js';
import { Language } from '../../../shared/language/language.js';

/** The rule by which states are judged, and what of it is an assumption. */
@Component({
  selector: 'dti-state-rule',
  template: `
    <details>
      <summary>
        {{ t('targets.rule') }}
        @if (proposed()) {
          <span class="mark">{{ t('targets.proposed') }}</span>
        }
      </summary>
      <ul>
        @for (line of lines(); track line) {
          <li>{{ line }}</li>
        }
      </ul>
      <p class="muted">{{ t('targets.rule.why') }}</p>
    </details>
  `,
  styles: `
    :host {
      font-size: var(--text-s);
      color: var(--ink-2);
    }
    summary {
      width: fit-content;
      min-height: 1.5rem;
      cursor: pointer;
    }
    ul {
      display: grid;
      gap: var(--gap-1);
      margin: var(--gap-2) 0;
      padding-inline-start: 1.25rem;
    }
    .mark {
      display: inline-block;
      padding: 0 0.375rem;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-s);
      font-size: var(--text-xs);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StateRule {
  readonly rule = input.required<MeasureStateRule>();
  readonly due = input.required<string>();
  readonly proposed = input.required<boolean>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly lines = computed(() => {
    const rule = this.rule();
    const { percent, number } = this.language.formats();
    const path = { value: number(rule.baselineValue), year: rule.baselineYear, due: this.due() };
    return [
      this.t('targets.rule.met'),
      this.t('targets.rule.path', path),
      this.t('targets.rule.onCourse', { share: percent(rule.onCourseFrom, 0) }),
      this.t('targets.rule.behind', { share: percent(rule.behindFrom, 0) }),
      this.t('targets.rule.coverage', { share: percent(rule.coverageFrom, 0) }),
      this.t('targets.rule.whole', { state: this.t(`targets.state.${rule.unmetWithoutFigure}`) }),
    ];
  });
}
