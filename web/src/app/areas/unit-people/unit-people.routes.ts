import type { Routes } from '@angular/router';
import { UnitPeoplePage } from './unit-people-page.js';

export const unitPeopleRoutes: Routes = [{ path: '', component: UnitPeoplePage }];
