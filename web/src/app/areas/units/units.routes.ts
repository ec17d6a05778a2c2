import type { Routes } from '@angular/router';
import { UnitPage } from './unit-page.js';
import { UnitsPage } from './units-page.js';

export const unitsRoutes: Routes = [
  { path: '', component: UnitsPage },
  { path: ':id', component: UnitPage },
];
