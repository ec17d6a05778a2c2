import { inject, Injectable } from '@angular/core';
import type { GuidanceFramework } from '../../api-client/models/guidance-framework.js';
import type { MaturityAssessment } from '../../api-client/models/maturity-assessment.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { DutiesClient } from './duties-client.js';

/** The framework of guidance, the units of today, and how the one chosen sees itself. */
@Injectable()
export class FrameworkStore {
  private readonly client = inject(DutiesClient);
  private readonly framework = new Loaded<GuidanceFramework>();
  private readonly roster = new Loaded<readonly UnitSummary[]>();
  private readonly own = new Loaded<MaturityAssessment | null>();

  readonly state = this.framework.state;
  readonly value = this.framework.value;
  readonly units = this.roster.value;
  readonly maturity = this.own.state;

  async open(): Promise<void> {
    await Promise.all([
      this.framework.load(() => this.client.framework()),
      this.roster.load(() => this.client.units()),
    ]);
  }

  /** Without a unit there is nothing to ask. */
  openUnit(unit: string | null, dataSet: string): Promise<void> {
    return this.own.load(() => (unit === null ? Promise.resolve(null) : this.client.maturity(unit, dataSet)));
  }
}
