import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type ActivatedRouteSnapshot, NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/** Routes of one edition say so in their data; on others there is nothing to choose. */
export const OF_AN_EDITION = { ofAnEdition: true } as const;

/** The edition that the address names, kept for links back while other pages are visited. */
@Injectable({ providedIn: 'root' })
export class EditionInAddress {
  private readonly router = inject(Router);
  private readonly chosen = signal<string | null>(null);
  private readonly ofAnEdition = signal(false);
  private readonly assessment = signal(false);

  readonly code = this.chosen.asReadonly();
  /** Whether the page on screen follows the choice. */
  readonly matters = this.ofAnEdition.asReadonly();
  /** Whether the page shows an assessment that no edition has published. */
  readonly unpublished = this.assessment.asReadonly();
  /** Query of a link to a page of an edition. */
  readonly query = computed(() => (this.chosen() === null ? {} : { edition: this.chosen() }));

  constructor() {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.read());
  }

  private read(): void {
    let route: ActivatedRouteSnapshot = this.router.routerState.snapshot.root;
    while (route.firstChild) route = route.firstChild;
    this.ofAnEdition.set(route.data['ofAnEdition'] === true);
    this.assessment.set(route.queryParamMap.has('assessment'));
    if (this.ofAnEdition()) this.chosen.set(route.queryParamMap.get('edition'));
  }
}
