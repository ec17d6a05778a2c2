import { inject, Injectable, signal } from '@angular/core';
import type { Region } from '../../api-client/models/region.js';
import type { UnitChangePage } from '../../api-client/models/unit-change-page.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { type HistoryQuestion, UnitChangesClient } from './unit-changes-client.js';

/** What was changed about units, a page at a time. */
@Injectable()
export class UnitChangesStore {
  private readonly client = inject(UnitChangesClient);
  private readonly page = new Loaded<UnitChangePage>(({ total }) => total === 0);

  private readonly places = signal<readonly Region[]>([]);

  readonly state = this.page.state;
  readonly stale = this.page.stale;

  /** Names of regions; without them a row tells the id. */
  readonly regions = this.places.asReadonly();

  async open(question: HistoryQuestion): Promise<void> {
    if (this.places().length === 0) void this.openRegions();
    return this.page.load(() => this.client.history(question));
  }

  private async openRegions(): Promise<void> {
    this.places.set(await this.client.regions().catch(() => []));
  }
}
