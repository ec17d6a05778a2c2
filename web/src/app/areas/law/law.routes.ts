import type { Routes } from '@angular/router';
import { DocumentPage } from './document-page.js';
import { LawPage } from './law-page.js';

export const lawRoutes: Routes = [
  { path: '', component: LawPage },
  { path: ':id', component: DocumentPage },
];
