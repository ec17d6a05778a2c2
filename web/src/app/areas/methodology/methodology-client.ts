import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { getFrameworkVersion } from '../../api-client/fn/framework-versions/get-framework-version.js';
import { listFrameworkVersions } from '../../api-client/fn/framework-versions/list-framework-versions.js';
import { getHealth } from '../../api-client/fn/health/get-health.js';
import type { FrameworkVersion } from '../../api-client/models/framework-version.js';
import type { FrameworkVersionSummary } from '../../api-client/models/framework-version-summary.js';

/** The methods of scoring over HTTP. */
@Injectable({ providedIn: 'root' })
export class MethodologyClient {
  private readonly api = inject(Api);

  async versions(): Promise<readonly FrameworkVersionSummary[]> {
    return (await this.api.invoke(listFrameworkVersions, { size: 500 })).items;
  }

  version(code: string): Promise<FrameworkVersion> {
    return this.api.invoke(getFrameworkVersion, { code });
  }

  /** Whether this server takes changes at all; who may make them it says when they are made. */
  async writesAllowed(): Promise<boolean> {
    return (await this.api.invoke(getHealth)).writesAllowedHere;
  }
}
