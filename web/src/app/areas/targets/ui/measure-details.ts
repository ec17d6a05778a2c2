import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Measure } from '../../../api-client/models/measure.js';
import { Language } from '../../../shared/language/language.js';
import { valueText } from '../measure-words.js';

/** How a measure is measured: what is counted over what, where, how fresh, what is left out, and what is ours in it. */
@Component({
  selector: 'dti-measure-details',
  templateUrl: './measure-details.html',
  styleUrl: './measure-details.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasureDetails {
  readonly measure = input.required<Measure>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  /** A text in the language on screen; what is not there stays away. */
  protected text(vi: string | null, en: string | null): string | null {
    return vi === null ? null : this.language.named({ vi, en });
  }

  protected readonly baseline = computed(() => {
    const { baseline } = this.measure();
    if (baseline === null) return null;
    const value = valueText(this.measure(), baseline.value, this.wording());
    return this.t('targets.baseline.text', { value, year: baseline.year });
  });

  protected readonly rollUp = computed(() => {
    const { rollUp } = this.measure();
    return rollUp === null ? null : this.t(`targets.rollUp.${rollUp}`);
  });

  protected readonly levels = computed(() =>
    this.measure()
      .levels.map((level) => this.t(`level.${level}`))
      .join(', '),
  );
}
