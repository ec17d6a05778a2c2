import { computed, inject, Injectable, signal } from '@angular/core';
import type { LegalDocument } from '../../api-client/models/legal-document.js';
import type { Region } from '../../api-client/models/region.js';
import type { UnitChangeEntry } from '../../api-client/models/unit-change-entry.js';
import type { UnitChangePreview } from '../../api-client/models/unit-change-preview.js';
import type { UnitChangeRequest } from '../../api-client/models/unit-change-request.js';
import type { UnitDetail } from '../../api-client/models/unit-detail.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { Writing } from '../../shared/problem/writing.js';
import { UnitChangesClient } from './unit-changes-client.js';

/** What a form chooses from. */
export interface Choices {
  readonly units: readonly UnitSummary[];
  readonly documents: readonly LegalDocument[];
}

/** Far enough ahead that units which are still to begin can be chosen as well. */
const YEARS_AHEAD = 10;

/** One change on its way: what is chosen from, its preview, its entry. */
@Injectable()
export class UnitChangeStore {
  private readonly client = inject(UnitChangesClient);
  private readonly loaded = new Loaded<Choices>();
  private readonly seen = signal<{ change: UnitChangeRequest; preview: UnitChangePreview } | null>(null);
  private readonly made = signal<UnitChangeEntry | null>(null);
  private readonly places = signal<readonly Region[]>([]);
  private readonly record = signal<UnitDetail | null>(null);

  readonly choices = this.loaded.state;
  readonly previewing = new Writing();
  readonly entering = new Writing();
  readonly preview = computed(() => this.seen()?.preview ?? null);
  readonly entry = this.made.asReadonly();
  /** Regions of the day of the change. */
  readonly regions = this.places.asReadonly();
  /** All that is recorded of the unit chosen. */
  readonly detail = this.record.asReadonly();

  /** @param unit one that is to be among the choices even when it has ended */
  start(unit: string | undefined): Promise<void> {
    const ahead = `${new Date().getFullYear() + YEARS_AHEAD}-01-01`;
    return this.loaded.load(async () => {
      const [now, later, documents, asked] = await Promise.all([
        this.client.units(),
        this.client.units(ahead),
        this.client.documents(),
        unit === undefined ? null : this.client.unit(unit),
      ]);
      const units = new Map(
        [...later, ...now, ...(asked === null ? [] : [asked])].map((one) => [one.id, one]),
      );
      return { units: [...units.values()], documents };
    });
  }

  /** A list that cannot be had leaves the form without it: the server refuses what does not fit. */
  async openRegions(on: string): Promise<void> {
    this.places.set(await this.client.regions(on).catch(() => []));
  }

  async openDetail(unit: string | null): Promise<void> {
    this.record.set(unit === null ? null : await this.client.unit(unit).catch(() => null));
  }

  async askPreview(change: UnitChangeRequest): Promise<void> {
    const preview = await this.previewing.write(() => this.client.preview(change));
    if (preview !== null) this.seen.set({ change, preview });
    this.entering.reset();
  }

  /** Enters what was previewed, as it was seen. */
  async enter(reason: string): Promise<void> {
    const seen = this.seen();
    if (seen === null) return;
    const { change, preview } = seen;
    this.made.set(
      await this.entering.write(() => this.client.enter({ change, digest: preview.digest, reason })),
    );
  }

  /** Back to the form, with everything that was typed. */
  reconsider(): void {
    this.seen.set(null);
    this.entering.reset();
  }

  /** Another change, from the beginning. */
  reset(): void {
    this.reconsider();
    this.made.set(null);
    this.previewing.reset();
  }
}
