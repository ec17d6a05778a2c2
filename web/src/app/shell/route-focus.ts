import { DOCUMENT } from '@angular/common';
import { afterNextRender, DestroyRef, inject, Injectable, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/**
 * After a change of page, moves focus to its heading, so that a keyboard or a screen reader goes
 * on from the new page and not from the link that was pressed. A change of filter moves nothing.
 */
@Injectable({ providedIn: 'root' })
export class RouteFocus {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private path: string | null = null;

  constructor() {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(inject(DestroyRef)),
      )
      .subscribe((event) => this.arrived(event.urlAfterRedirects.split(/[?#]/)[0] ?? '/'));
  }

  private arrived(path: string): void {
    const moved = this.path !== null && this.path !== path;
    this.path = path;
    if (moved) afterNextRender(() => this.focusHeading(), { injector: this.injector });
  }

  private focusHeading(): void {
    const target =
      this.document.querySelector<HTMLElement>('main h1') ?? this.document.getElementById('main');
    target?.focus({ preventScroll: true });
  }
}
