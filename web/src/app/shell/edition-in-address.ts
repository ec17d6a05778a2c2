import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type ActivatedRouteSnapshot, NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { DataSetChoice } from '../shared/data-set/data-set-choice.js';
import { EditionChoice } from '../shared/editions/edition-choice.js';

/** Routes of one edition say so in their data; on others there is nothing to choose. */
export const OF_AN_EDITION = { ofAnEdition: true } as const;

/** The edition that the address names, kept for links back while other pages are visited. */
@Injectable({ providedIn: 'root' })
export class EditionInAddress {
  private readonly router = inject(Router);
  private readonly choice = inject(EditionChoice);
  private readonly dataSet = inject(DataSetChoice);
  /** Named by the address of any page, one that shows a unit's result among them. */
  private readonly named = signal<string | null>(null);
  private readonly chosen = signal<string | null>(null);
  private readonly ofAnEdition = signal(false);
  private readonly assessment = signal(false);

  readonly code = this.chosen.asReadonly();
  /** Whether the page on screen follows the choice. */
  readonly matters = this.ofAnEdition.asReadonly();
  /** Whether the page shows an assessment that no edition has published. */
  readonly unpublished = this.assessment.asReadonly();
  /** Query of a link to a page of an edition. */
  readonly query = computed(() => {
    const code = this.chosen();
    if (code === null) return {};
    // An edition of the set that was on screen before is no choice of this one.
    const edition = this.choice.named(code);
    return edition !== null && edition.dataSet !== this.dataSet.current() ? {} : { edition: code };
  });

  constructor() {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.read());
    effect(() => {
      const code = this.named();
      const edition = code === null ? null : this.choice.named(code);
      if (edition !== null) this.dataSet.follow(edition.dataSet);
    });
  }

  private read(): void {
    let route: ActivatedRouteSnapshot = this.router.routerState.snapshot.root;
    while (route.firstChild) route = route.firstChild;
    this.ofAnEdition.set(route.data['ofAnEdition'] === true);
    this.named.set(route.queryParamMap.get('edition') || null);
    this.assessment.set(route.queryParamMap.has('assessment'));
    if (this.ofAnEdition()) this.chosen.set(route.queryParamMap.get('edition'));
  }
}
