import { inject, Injectable } from '@angular/core';
import type { FrameworkVersion } from '../../api-client/models/framework-version.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { MethodologyClient } from './methodology-client.js';

/** One version with its tree, its rules and its life. */
@Injectable()
export class VersionStore {
  private readonly client = inject(MethodologyClient);
  private readonly loaded = new Loaded<FrameworkVersion>();

  readonly state = this.loaded.state;
  readonly version = this.loaded.value;

  async open(code: string): Promise<void> {
    await this.loaded.load(() => this.client.version(code));
  }
}
