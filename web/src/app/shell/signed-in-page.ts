import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Language } from '../shared/language/language.js';
import { PageHeader } from '../shared/ui/page-header.js';

/** After signing in again in a window of its own: the work goes on in the one where it was. */
@Component({
  selector: 'dti-signed-in-page',
  imports: [MatButton, PageHeader, RouterLink],
  template: `
    <dti-page-header [finding]="t('signedIn.title')" [context]="t('signedIn.body')" />
    <a matButton="outlined" routerLink="/">{{ t('notFound.back') }}</a>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-5);
      justify-items: start;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignedInPage {
  protected readonly t = inject(Language).t;
}
