import type { Routes } from '@angular/router';
import { DatabasePage } from './database-page.js';
import { DatabasesPage } from './databases-page.js';
import { EntryPage } from './entry-page.js';
import { NationalPage } from './national-page.js';

export const databasesRoutes: Routes = [
  { path: '', component: DatabasesPage },
  { path: 'new', component: EntryPage },
  { path: 'national/:id', component: NationalPage },
  { path: ':id', component: DatabasePage },
  { path: ':id/edit', component: EntryPage },
];
