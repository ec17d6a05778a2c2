import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, type Params, Router, RoutesRecognized } from '@angular/router';
import type { DataSet } from '../../api-client/models/data-set.js';
import { Loaded } from '../loading/loaded.js';
import { DataSetsClient } from './data-sets-client.js';

export const OFFICIAL = 'official';

/** Codes in the address that no data set can have are not asked of the server. */
const CODE = /^[a-z][a-z0-9-]{0,63}$/;

/**
 * Which data set the screens show. It stands in the address (`?data=`) and, like the edition, goes along
 * when another page is visited; an address without it is the official one.
 */
@Injectable({ providedIn: 'root' })
export class DataSetChoice {
  private readonly router = inject(Router);
  private readonly client = inject(DataSetsClient);
  private readonly chosen = signal(OFFICIAL);
  private readonly list = new Loaded<readonly DataSet[]>();
  private loading: Promise<void> | null = null;

  /** Code of the data set on screen: what a store passes as `dataSet`. */
  readonly current = this.chosen.asReadonly();
  readonly sets = computed(() => this.list.value() ?? []);
  /** Sample data sets that the server holds; without any there is nothing to choose. */
  readonly samples = computed(() => this.sets().filter((set) => set.sample));
  /** Whether what is on screen is invented. A set that nobody knows is never taken for real. */
  readonly sample = computed(() => this.chosen() !== OFFICIAL);
  /** For links that are opened in a window of their own. */
  readonly query = computed<Params>(() => (this.sample() ? { data: this.chosen() } : {}));

  constructor() {
    this.router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof RoutesRecognized) this.read(event.state.root.queryParamMap.get('data'));
      else if (event instanceof NavigationEnd) this.write();
    });
  }

  /** Asks which sets there are, once; a failure leaves the official one, and is asked again. */
  settled(): Promise<void> {
    if (this.loading === null || this.list.failure() !== null) {
      this.loading = this.list.load(() => this.client.list());
    }
    return this.loading;
  }

  /** Shows another set; what was chosen among the figures of the last one ends. */
  choose(code: string): void {
    this.chosen.set(code);
    const ended = { edition: null, assessment: null, group: null, region: null, sort: null };
    void this.router.navigate([], {
      queryParams: { data: code === OFFICIAL ? null : code, ...ended },
      queryParamsHandling: 'merge',
    });
  }

  /** What is on screen was named by its edition or its assessment: the choice is the set it is of. */
  follow(code: string): void {
    if (untracked(this.chosen) === code) return;
    this.chosen.set(code);
    if (this.router.currentNavigation() === null) this.write();
  }

  /** A link without a set stays within the one on screen; an address typed, or gone back to, says what it says. */
  private read(asked: string | null): void {
    if (asked !== null) this.chosen.set(CODE.test(asked) ? asked : OFFICIAL);
    else if (this.router.currentNavigation()?.trigger !== 'imperative') this.chosen.set(OFFICIAL);
  }

  private write(): void {
    const data = this.chosen() === OFFICIAL ? null : this.chosen();
    const stands = this.router.parseUrl(this.router.url).queryParamMap.get('data');
    if (stands === data) return;
    void this.router.navigate([], {
      queryParams: { data },
      queryParamsHandling: 'merge',
      preserveFragment: true,
      replaceUrl: true,
      scroll: 'manual',
    });
  }
}
