import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { ApiConfiguration } from '../../api-client/api-configuration.js';
import { compareFrameworkVersions } from '../../api-client/fn/framework-versions/compare-framework-versions.js';
import { copyFrameworkVersion } from '../../api-client/fn/framework-versions/copy-framework-version.js';
import { editFrameworkNode } from '../../api-client/fn/framework-versions/edit-framework-node.js';
import { getBridge } from '../../api-client/fn/framework-versions/get-bridge.js';
import { getFrameworkVersion } from '../../api-client/fn/framework-versions/get-framework-version.js';
import { getFrameworkWorkbook } from '../../api-client/fn/framework-versions/get-framework-workbook.js';
import { listFrameworkEvents } from '../../api-client/fn/framework-versions/list-framework-events.js';
import { listFrameworkVersions } from '../../api-client/fn/framework-versions/list-framework-versions.js';
import { moveFrameworkVersion } from '../../api-client/fn/framework-versions/move-framework-version.js';
import type { Bridge } from '../../api-client/models/bridge.js';
import type { FrameworkComparison } from '../../api-client/models/framework-comparison.js';
import type { FrameworkCopyRequest } from '../../api-client/models/framework-copy-request.js';
import type { FrameworkEvent } from '../../api-client/models/framework-event.js';
import type { FrameworkNodePatch } from '../../api-client/models/framework-node-patch.js';
import type { FrameworkTransitionRequest } from '../../api-client/models/framework-transition-request.js';
import type { FrameworkVersion } from '../../api-client/models/framework-version.js';
import type { FrameworkVersionSummary } from '../../api-client/models/framework-version-summary.js';

/** The methods of scoring over HTTP. */
@Injectable({ providedIn: 'root' })
export class MethodologyClient {
  private readonly api = inject(Api);
  private readonly root = inject(ApiConfiguration).rootUrl;

  async versions(): Promise<readonly FrameworkVersionSummary[]> {
    return (await this.api.invoke(listFrameworkVersions, { size: 500 })).items;
  }

  version(code: string): Promise<FrameworkVersion> {
    return this.api.invoke(getFrameworkVersion, { code });
  }

  /** What happened to a version, the newest first. */
  events(code: string): Promise<readonly FrameworkEvent[]> {
    return this.api.invoke(listFrameworkEvents, { code });
  }

  compare(before: string, after: string): Promise<FrameworkComparison> {
    return this.api.invoke(compareFrameworkVersions, { code: before, with: after });
  }

  /** One year's figures of a data set, scored by both. */
  bridge(before: string, after: string, period: string, dataSet: string): Promise<Bridge> {
    return this.api.invoke(getBridge, { code: before, with: after, period, dataSet });
  }

  move(code: string, body: FrameworkTransitionRequest): Promise<FrameworkVersion> {
    return this.api.invoke(moveFrameworkVersion, { code, body });
  }

  copy(code: string, body: FrameworkCopyRequest): Promise<FrameworkVersion> {
    return this.api.invoke(copyFrameworkVersion, { code, body });
  }

  editNode(code: string, node: string, body: FrameworkNodePatch): Promise<FrameworkVersion> {
    return this.api.invoke(editFrameworkNode, { code, node, body });
  }

  /** The version as a workbook that can be filled in and loaded again. */
  workbookAddress(code: string): string {
    return `${this.root}${getFrameworkWorkbook.PATH.replace('{code}', encodeURIComponent(code))}`;
  }
}
