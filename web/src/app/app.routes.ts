import type { Routes } from '@angular/router';
import type { TextKey } from './shared/language/text-key.js';

/** A page's title is a text key: it follows the language on screen (shell/page-title). */
const title = (key: TextKey): string => key;

export const routes: Routes = [
  {
    path: '**',
    title: title('notFound.title'),
    loadComponent: async () => (await import('./shell/not-found-page.js')).NotFoundPage,
  },
];
