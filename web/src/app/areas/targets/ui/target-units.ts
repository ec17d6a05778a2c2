import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Measure } from '../../../api-client/models/measure.js';
import type { MeasureUnitFigure } from '../../../api-client/models/measure-unit-figure.js';
import { Language } from '../../../shared/language/language.js';
import { Segmented } from '../../../shared/ui/segmented.js';
import { barOf, fractionText, valueText } from '../measure-words.js';
import { worstFirst } from '../unit-figures.js';
import { MeasureBar } from './measure-bar.js';
import { StateChip } from './state-chip.js';

/** The figures of the units for one measure, those that lag first. */
@Component({
  selector: 'dti-target-units',
  imports: [MeasureBar, RouterLink, Segmented, StateChip],
  templateUrl: './target-units.html',
  styleUrl: './target-units.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TargetUnits {
  readonly measures = input.required<readonly Measure[]>();
  readonly figures = input.required<readonly MeasureUnitFigure[]>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly measure = linkedSignal(() => this.measures()[0]?.code ?? '');
  protected readonly level = linkedSignal<string>(() => this.figures()[0]?.level ?? 'province');

  protected readonly choices = computed(() =>
    this.measures().map(({ code }) => ({ value: code, label: code })),
  );
  protected readonly levels = computed(() =>
    (['ministry', 'province'] as const)
      .filter((level) => this.figures().some((figure) => figure.level === level))
      .map((value) => ({ value, label: this.t(`level.${value}`) })),
  );
  protected readonly rows = computed(() => {
    const measure = this.measures().find(({ code }) => code === this.measure());
    if (measure === undefined) return [];
    const wording = this.language.wording();
    const own = this.figures().filter((one) => one.measure === measure.code && one.level === this.level());
    return worstFirst(own, wording).map((figure) => ({
      id: figure.unitId,
      name: wording.name(figure),
      value: figure.value === null ? '–' : valueText(measure, figure.value, wording),
      fraction: fractionText(figure, wording) ?? '–',
      bar: barOf({ ...measure, figure: { ...measure.figure, value: figure.value, path: figure.path } }),
      state: figure.state,
    }));
  });
}
