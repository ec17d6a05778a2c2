import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Language } from '../shared/language/language.js';
import { PageHeader } from '../shared/ui/page-header.js';

@Component({
  selector: 'dti-not-found-page',
  imports: [MatButton, PageHeader, RouterLink],
  template: `
    <dti-page-header [finding]="t('notFound.title')" [context]="t('notFound.body')" />
    <a matButton="filled" routerLink="/">{{ t('notFound.back') }}</a>
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
export class NotFoundPage {
  protected readonly t = inject(Language).t;
}
