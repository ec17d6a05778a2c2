import { computed, inject, Injectable, signal } from '@angular/core';
import type { FrameworkCopyRequest } from '../../api-client/models/framework-copy-request.js';
import type { FrameworkEvent } from '../../api-client/models/framework-event.js';
import type { FrameworkNodePatch } from '../../api-client/models/framework-node-patch.js';
import type { FrameworkTransitionRequest } from '../../api-client/models/framework-transition-request.js';
import type { FrameworkVersion } from '../../api-client/models/framework-version.js';
import type { FrameworkVersionSummary } from '../../api-client/models/framework-version-summary.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { type Failure, failureOf } from '../../shared/problem/problem.js';
import { MethodologyClient } from './methodology-client.js';

/** One version with its tree, its rules and its life; and, where the server takes changes, what changes it. */
@Injectable()
export class VersionStore {
  private readonly client = inject(MethodologyClient);
  private readonly loaded = new Loaded<FrameworkVersion>();
  private readonly eventList = new Loaded<readonly FrameworkEvent[]>();
  private readonly others = new Loaded<readonly FrameworkVersionSummary[]>();
  private readonly underway = signal(false);
  private readonly refused = signal<Failure | null>(null);

  readonly state = this.loaded.state;
  readonly version = this.loaded.value;
  readonly events = computed(() => this.eventList.value() ?? []);
  /** Codes that are taken. */
  readonly codes = computed(() => (this.others.value() ?? []).map(({ code }) => code));
  readonly busy = this.underway.asReadonly();
  readonly failure = this.refused.asReadonly();

  async open(code: string): Promise<void> {
    this.refused.set(null);
    await Promise.all([
      this.loaded.load(() => this.client.version(code)),
      this.eventList.load(() => this.client.events(code)),
      this.others.load(() => this.client.versions()),
    ]);
  }

  workbookAddress(code: string): string {
    return this.client.workbookAddress(code);
  }

  /** The next step in the life of the version on screen. */
  move(code: string, request: FrameworkTransitionRequest): Promise<FrameworkVersion | null> {
    return this.change(() => this.client.move(code, request));
  }

  /** The copy, or null where it was refused; the version on screen stays. */
  copy(code: string, request: FrameworkCopyRequest): Promise<FrameworkVersion | null> {
    return this.change(() => this.client.copy(code, request));
  }

  editNode(code: string, node: string, request: FrameworkNodePatch): Promise<FrameworkVersion | null> {
    return this.change(() => this.client.editNode(code, node, request));
  }

  private async change(ask: () => Promise<FrameworkVersion>): Promise<FrameworkVersion | null> {
    if (this.underway()) return null;
    this.underway.set(true);
    this.refused.set(null);
    try {
      const changed = await ask();
      if (changed.code === this.version()?.code) {
        await Promise.all([
          this.loaded.load(() => Promise.resolve(changed)),
          this.eventList.load(() => this.client.events(changed.code)),
        ]);
      }
      return changed;
    } catch (error) {
      this.refused.set(failureOf(error));
      return null;
    } finally {
      this.underway.set(false);
    }
  }
}
