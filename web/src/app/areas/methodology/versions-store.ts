import { inject, Injectable } from '@angular/core';
import type { FrameworkVersionSummary } from '../../api-client/models/framework-version-summary.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { MethodologyClient } from './methodology-client.js';

/** The versions of every method. */
@Injectable()
export class VersionsStore {
  private readonly client = inject(MethodologyClient);
  private readonly list = new Loaded<readonly FrameworkVersionSummary[]>((versions) => versions.length === 0);

  readonly state = this.list.state;
  readonly versions = this.list.value;

  async open(): Promise<void> {
    await this.list.load(() => this.client.versions());
  }
}
