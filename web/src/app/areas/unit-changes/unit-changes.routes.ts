import type { Routes } from '@angular/router';
import { UnitChangePage } from './unit-change-page.js';
import { UnitChangesPage } from './unit-changes-page.js';

export const unitChangesRoutes: Routes = [
  { path: '', component: UnitChangesPage },
  { path: 'new', component: UnitChangePage },
];
