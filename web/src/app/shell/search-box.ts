import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Language } from '../shared/language/language.js';
import { Icon } from '../shared/ui/icon.js';

/** Search from anywhere: a field where there is room, a link to the page of its own on a phone. */
@Component({
  selector: 'dti-search-box',
  imports: [Icon, MatIconButton, RouterLink],
  template: `
    <form role="search" (submit)="go($event, field)">
      <dti-icon name="search" />
      <input
        #field
        type="search"
        name="q"
        maxlength="200"
        autocomplete="off"
        [attr.aria-label]="t('nav.search')"
        [placeholder]="t('nav.search')"
      />
    </form>
    <a matIconButton class="link" routerLink="/search" [attr.aria-label]="t('nav.search')">
      <dti-icon name="search" />
    </a>
  `,
  styleUrl: './search-box.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchBox {
  private readonly router = inject(Router);
  protected readonly t = inject(Language).t;

  protected go(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const q = field.value.trim();
    if (q === '') return;
    field.value = '';
    void this.router.navigate(['/search'], { queryParams: { q } });
  }
}
