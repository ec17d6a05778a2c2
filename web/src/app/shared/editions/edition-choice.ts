import { computed, inject, Injectable } from '@angular/core';
import type { EditionSummary } from '../../api-client/models/edition-summary.js';
import { Loaded } from '../loading/loaded.js';
import { EditionsClient } from './editions-client.js';

/** The editions there are, newest first: what the selector in the bar offers on every page. */
@Injectable({ providedIn: 'root' })
export class EditionChoice {
  private readonly client = inject(EditionsClient);
  private readonly list = new Loaded<readonly EditionSummary[]>((items) => items.length === 0);

  private loading: Promise<void> | null = null;

  readonly state = this.list.state;
  readonly editions = computed(() => this.list.value() ?? []);
  /** The newest published one; what a page shows when its address names none. */
  readonly latest = computed(
    () => this.editions().find((edition) => edition.status === 'published') ?? this.editions()[0] ?? null,
  );

  /** Asks again; after an import or a publication the list has changed. */
  load(): Promise<void> {
    this.loading = this.list.load(() => this.client.list());
    return this.loading;
  }

  /** Waits until the list is there, or has failed; asks only if nobody has, or the last answer was a failure. */
  settled(): Promise<void> {
    if (this.loading === null || this.state().status === 'failed') return this.load();
    return this.loading;
  }

  /** The edition an address names, or the latest; null while nothing is known. */
  named(code: string | undefined): EditionSummary | null {
    if (code === undefined || code === '') return this.latest();
    return this.editions().find((edition) => edition.code === code) ?? null;
  }
}
