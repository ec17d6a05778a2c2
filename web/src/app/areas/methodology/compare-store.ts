import { inject, Injectable } from '@angular/core';
import type { FrameworkComparison } from '../../api-client/models/framework-comparison.js';
import type { FrameworkVersionSummary } from '../../api-client/models/framework-version-summary.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { MethodologyClient } from './methodology-client.js';

/** Two versions of a method, side by side. */
@Injectable()
export class CompareStore {
  private readonly client = inject(MethodologyClient);
  private readonly list = new Loaded<readonly FrameworkVersionSummary[]>();
  private readonly compared = new Loaded<FrameworkComparison>();

  readonly versions = this.list.state;
  readonly state = this.compared.state;
  readonly stale = this.compared.stale;
  readonly comparison = this.compared.value;

  async start(): Promise<void> {
    await this.list.load(() => this.client.versions());
  }

  async compare(before: string, after: string): Promise<void> {
    await this.compared.load(() => this.client.compare(before, after));
  }
}
