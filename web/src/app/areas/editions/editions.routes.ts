import type { Routes } from '@angular/router';
import { EditionPage } from './edition-page.js';
import { EditionsPage } from './editions-page.js';

export const editionsRoutes: Routes = [
  { path: '', component: EditionsPage },
  { path: ':code', component: EditionPage },
];
