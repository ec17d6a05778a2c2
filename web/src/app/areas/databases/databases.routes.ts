import type { Routes } from '@angular/router';
import { requireAction } from '../../shared/session/session-guard.js';
import { DatabasePage } from './database-page.js';
import { DatabasesPage } from './databases-page.js';
import { EntryPage } from './entry-page.js';
import { NationalPage } from './national-page.js';

export const databasesRoutes: Routes = [
  { path: '', component: DatabasesPage },
  { path: 'new', component: EntryPage, canActivate: [requireAction('database.register')] },
  { path: 'national/:id', component: NationalPage },
  { path: ':id', component: DatabasePage },
  { path: ':id/edit', component: EntryPage, canActivate: [requireAction('database.register')] },
];
