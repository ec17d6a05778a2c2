import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { EChartsCoreOption } from 'echarts/core';
import { NgxEchartsDirective, provideEchartsCore } from 'ngx-echarts';
import { DataSetChoice } from '../data-set/data-set-choice.js';
import { Language } from '../language/language.js';
import { Icon } from '../ui/icon.js';
import type { ChartTable } from './chart-table.js';
import { VietNamMaps } from './viet-nam-maps.js';
import type { RosterMap } from './viet-nam-topology.js';

let figures = 0;

/**
 * The one owner of ECharts: a figure with its finding as title, its source and period beneath,
 * and a table behind it that says the same. Its height is fixed before data come, so that nothing
 * jumps; a map is registered before it is drawn.
 */
@Component({
  selector: 'dti-chart-figure',
  imports: [Icon, MatButton, NgxEchartsDirective],
  providers: [provideEchartsCore({ echarts: async () => (await import('./echarts-core.js')).echarts })],
  templateUrl: './chart-figure.html',
  styleUrl: './chart-figure.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChartFigure {
  /** What the chart shows, as a sentence. */
  readonly finding = input.required<string>();
  /** What is drawn: measure, units counted, marks explained. */
  readonly context = input('');
  readonly option = input.required<EChartsCoreOption>();
  readonly table = input.required<ChartTable>();
  readonly source = input.required<string>();
  /** Height of the plot in rem. */
  readonly height = input.required<number>();
  readonly map = input<RosterMap | null>(null);
  /** Id of the item that was pressed, where the option gives its items an `id`. */
  readonly picked = output<string>();

  protected readonly t = inject(Language).t;
  private readonly dataSet = inject(DataSetChoice);
  /** The finding as it is read, copied and announced: of a sample, it says so itself. */
  protected readonly title = computed(() =>
    this.dataSet.sample() ? this.t('dataSet.finding', { finding: this.finding() }) : this.finding(),
  );
  protected readonly asTable = signal(false);
  protected readonly id = `figure-${(figures += 1)}`;
  protected readonly drawWith = { renderer: 'svg' } as const;
  private readonly maps = inject(VietNamMaps);
  private readonly fontsReady = signal(false);

  protected readonly state = computed<'waiting' | 'failed' | 'ready'>(() => {
    const map = this.map();
    const registered = map === null ? 'ready' : this.maps.state();
    if (registered === 'failed') return 'failed';
    return registered === 'ready' && this.fontsReady() ? 'ready' : 'waiting';
  });

  constructor() {
    // Labels are measured once; measured before the face arrives they would overlap.
    void document.fonts.ready.then(() => this.fontsReady.set(true));
    effect(() => {
      if (this.map() !== null) void this.maps.load();
    });
  }

  /** A region of a map has no data of its own: its name is the unit's id. */
  protected pick(event: {
    readonly componentType: string;
    readonly data?: unknown;
    readonly name?: string;
  }): void {
    if (isIdentified(event.data)) this.picked.emit(event.data.id);
    else if (event.componentType === 'geo' && event.name) this.picked.emit(event.name);
  }

  protected reload(): void {
    void this.maps.load();
  }
}

function isIdentified(data: unknown): data is { readonly id: string } {
  return typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string';
}
