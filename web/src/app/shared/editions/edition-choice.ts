import { computed, inject, Injectable } from '@angular/core';
import type { EditionSummary } from '../../api-client/models/edition-summary.js';
import { DataSetChoice } from '../data-set/data-set-choice.js';
import { Loaded, type LoadState } from '../loading/loaded.js';
import { EditionsClient } from './editions-client.js';

/**
 * The editions there are of the data set on screen, newest first: what the selector in the bar offers on
 * every page. Those of other sets are known as well, for an address that names one.
 */
@Injectable({ providedIn: 'root' })
export class EditionChoice {
  private readonly client = inject(EditionsClient);
  private readonly dataSet = inject(DataSetChoice);
  private readonly list = new Loaded<readonly EditionSummary[]>((items) => items.length === 0);

  private loading: Promise<void> | null = null;

  readonly editions = computed(() =>
    (this.list.value() ?? []).filter((edition) => edition.dataSet === this.dataSet.current()),
  );
  readonly state = computed<LoadState<readonly EditionSummary[]>>(() => {
    const state = this.list.state();
    if (state.status !== 'ready') return state;
    const value = this.editions();
    return value.length === 0 ? { status: 'empty' } : { status: 'ready', value };
  });
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

  /** The edition an address names, of whichever data set, or the latest; null while nothing is known. */
  named(code: string | undefined): EditionSummary | null {
    if (code === undefined || code === '') return this.latest();
    return (this.list.value() ?? []).find((edition) => edition.code === code) ?? null;
  }
}
