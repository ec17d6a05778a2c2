import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  untracked,
} from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { FrameworkVersionSummary } from '../../api-client/models/framework-version-summary.js';
import { ChartFigure } from '../../shared/charts/chart-figure.js';
import { ChartLooks } from '../../shared/charts/chart-looks.js';
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { Language } from '../../shared/language/language.js';
import { Notice } from '../../shared/ui/notice.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { BRIDGE_HEIGHT, bridgeOption } from './bridge-chart-options.js';
import { BridgeStore } from './bridge-store.js';
import { bridgeBars, bridgeFinding, bridgeState, bridgeTable, bridgeYears } from './bridge-view.js';

/** What a change of method alone does to scores and ranks: one year's figures under both versions. */
@Component({
  selector: 'dti-bridge-panel',
  imports: [
    ChartFigure,
    EmptyPanel,
    FailedPanel,
    MatFormField,
    MatLabel,
    MatOption,
    MatSelect,
    Notice,
    Skeleton,
  ],
  providers: [BridgeStore],
  templateUrl: './bridge-panel.html',
  styleUrl: './bridge-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BridgePanel {
  readonly before = input.required<FrameworkVersionSummary>();
  readonly after = input.required<FrameworkVersionSummary>();
  /** The year of the address. */
  readonly asked = input<string>();
  readonly chosen = output<string>();

  protected readonly store = inject(BridgeStore);
  private readonly dataSet = inject(DataSetChoice);
  private readonly language = inject(Language);
  private readonly look = inject(ChartLooks).look;
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  protected readonly years = computed(() =>
    bridgeYears([this.before(), this.after()], new Date().getFullYear()),
  );
  protected readonly year = computed(() => {
    const asked = this.asked();
    return asked !== undefined && this.years().includes(asked) ? asked : (this.years()[0] ?? null);
  });
  protected readonly figure = computed(() => {
    const bridge = this.store.bridge();
    if (bridge === null) return null;
    const bars = bridgeBars(bridge, this.wording());
    const text = {
      before: this.t('methodology.compare.before'),
      after: this.t('methodology.compare.after'),
    };
    return {
      finding: bridgeFinding(bridge, this.wording()),
      option: bridgeOption(bars, text, this.wording().formats, this.look()),
      table: bridgeTable(bridge, this.wording()),
      height: BRIDGE_HEIGHT.around + bars.length * BRIDGE_HEIGHT.each,
      beyond: !bridge.covered.a || !bridge.covered.b,
    };
  });

  /** Versions of two levels have no unit in common: nothing is asked. */
  protected readonly apart = computed(() => this.before().level !== this.after().level);
  protected readonly shown = computed(() => bridgeState(this.store.state()));

  constructor() {
    effect(() => {
      const [before, after, year, dataSet] = [
        this.before(),
        this.after(),
        this.year(),
        this.dataSet.current(),
      ];
      if (year === null || this.apart()) return;
      untracked(() => void this.store.open(before.code, after.code, year, dataSet));
    });
  }

  protected retry(): void {
    const year = this.year();
    if (year === null) return;
    void this.store.open(this.before().code, this.after().code, year, this.dataSet.current());
  }
}
