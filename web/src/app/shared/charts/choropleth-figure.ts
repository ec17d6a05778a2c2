import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Language } from '../language/language.js';
import { ChartFigure } from './chart-figure.js';
import { ChartLooks } from './chart-looks.js';
import type { ChartTable } from './chart-table.js';
import { choroplethOption, type ChoroplethUnit } from './choropleth-option.js';
import { equalCountClasses, rampStep } from './classes.js';
import { VietNamMaps } from './viet-nam-maps.js';
import { rosterMapOn } from './viet-nam-topology.js';

/** A map of the roster of a day with its legend; what it shows is also the table behind it. */
@Component({
  selector: 'dti-choropleth-figure',
  imports: [ChartFigure],
  template: `
    <dti-chart-figure
      [finding]="finding()"
      [context]="context()"
      [option]="option()"
      [table]="table()"
      [source]="source()"
      [height]="plotHeight()"
      [map]="roster()"
      (picked)="picked.emit($event)"
    >
      <ul class="legend" [attr.aria-label]="t('map.legend')">
        @for (step of legend(); track $index) {
          <li>
            <span class="swatch" [style.background]="'var(--ramp-' + step.ramp + ')'"></span>{{ step.range }}
          </li>
        }
        @if (someWithout()) {
          <li><span class="swatch none"></span>{{ t('chart.noData') }}</li>
        }
      </ul>
    </dti-chart-figure>
  `,
  styleUrl: './choropleth-figure.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoroplethFigure {
  readonly finding = input.required<string>();
  readonly context = input('');
  readonly source = input.required<string>();
  readonly table = input.required<ChartTable>();
  readonly units = input.required<readonly ChoroplethUnit[]>();
  /** The day whose boundaries are drawn. */
  readonly day = input.required<string>();
  readonly height = input(38);
  readonly picked = output<string>();

  private readonly language = inject(Language);
  private readonly looks = inject(ChartLooks);
  private readonly maps = inject(VietNamMaps);
  protected readonly t = this.language.t;
  /** On a phone the width decides, and more height would be empty sea. */
  protected readonly plotHeight = computed(() => (this.looks.look().narrow ? 24 : this.height()));
  protected readonly roster = computed(() => rosterMapOn(this.day()));
  protected readonly someWithout = computed(() => this.units().some((unit) => unit.value === null));

  private readonly classification = computed(() =>
    equalCountClasses(this.units().flatMap((unit) => (unit.value === null ? [] : [unit.value]))),
  );

  protected readonly legend = computed(() => {
    const { classes } = this.classification();
    const { fixed } = this.language.formats();
    return classes.map(({ from, to }, index) => {
      const [low, high] = [fixed(from, 2), fixed(to, 2)];
      return { ramp: rampStep(index, classes.length) + 1, range: low === high ? low : `${low}–${high}` };
    });
  });

  protected readonly option = computed(() => {
    const { formats, named, t } = this.language;
    const text = {
      value: (value: number | null) => (value === null ? t('chart.noData') : formats().ratio(value)),
      archipelago: (archipelago: { readonly label: { readonly vi: string; readonly en: string } }) =>
        named(archipelago.label),
    };
    return choroplethOption(
      this.roster(),
      this.units(),
      this.maps.archipelagos(),
      this.classification(),
      text,
      this.looks.look(),
    );
  });
}
