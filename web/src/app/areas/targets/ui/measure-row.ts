import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Measure } from '../../../api-client/models/measure.js';
import { Language } from '../../../shared/language/language.js';
import { barOf, coverageText, fractionText, targetText, valueText } from '../measure-words.js';
import { MeasureBar } from './measure-bar.js';
import { MeasureDetails } from './measure-details.js';
import { StateChip } from './state-chip.js';

/** One measure: its value as a bar against its own target, its state, how many have reported. */
@Component({
  selector: 'dti-measure-row',
  imports: [MeasureBar, MeasureDetails, StateChip],
  templateUrl: './measure-row.html',
  styleUrl: './measure-row.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasureRow {
  readonly measure = input.required<Measure>();
  /** Details stand open on a page of its own. */
  readonly open = input(false);

  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly view = computed(() => {
    const measure = this.measure();
    const wording = this.language.wording();
    const { value, distance, state, reason } = measure.figure;
    return {
      name: wording.name(measure),
      kind: measure.kind === 'printed' ? null : this.t(`targets.kind.${measure.kind}`),
      bar: measure.rollUp === null ? null : barOf(measure),
      value: value === null ? null : valueText(measure, value, wording),
      target: targetText(measure, wording),
      fraction: fractionText(measure.figure, wording),
      left:
        distance === null || distance === 0
          ? null
          : this.t(measure.unit === 'percent' ? 'targets.leftPoints' : 'targets.left', {
              value: wording.formats.number(distance, 1),
            }),
      coverage: measure.rollUp === null ? null : coverageText(measure, wording),
      state: measure.rollUp === null ? null : state,
      reason: reason === 'too_few_reported' ? this.t('targets.tooFew') : null,
    };
  });
}
