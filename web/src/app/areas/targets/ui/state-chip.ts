import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { MeasureState } from '../../../api-client/models/measure-state.js';
import { Language } from '../../../shared/language/language.js';
import { Icon } from '../../../shared/ui/icon.js';
import { shapeOf } from '../measure-words.js';

/** The state of a measure: a shape, a word, and only then a colour. */
@Component({
  selector: 'dti-state-chip',
  imports: [Icon],
  template: `<dti-icon [name]="shape()" />{{ word() }}`,
  host: { '[class]': 'state()' },
  styles: `
    :host {
      display: inline-flex;
      gap: var(--gap-1);
      align-items: center;
      padding: 0.0625rem 0.5rem 0.0625rem 0.375rem;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-s);
      font-size: var(--text-s);
      white-space: nowrap;
      color: var(--ink-2);
    }
    :host(.met) {
      color: var(--accent-ink);
      background: var(--accent-soft);
      border-color: var(--accent);
    }
    :host(.on_course) {
      color: var(--info);
      background: var(--info-soft);
      border-color: var(--info);
    }
    :host(.behind) {
      color: var(--warn);
      background: var(--warn-soft);
      border-color: var(--warn);
    }
    :host(.at_risk) {
      color: var(--bad);
      background: var(--bad-soft);
      border-color: var(--bad);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StateChip {
  readonly state = input.required<MeasureState>();
  /** There are figures, of too few units to judge by. */
  readonly few = input(false);
  protected readonly shape = computed(() => shapeOf(this.state()));
  private readonly t = inject(Language).t;
  protected readonly word = computed(() =>
    this.few() ? this.t('targets.tooFewChip') : this.t(`targets.state.${this.state()}`),
  );
}
