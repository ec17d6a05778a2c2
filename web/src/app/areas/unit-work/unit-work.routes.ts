import type { Routes } from '@angular/router';
import { UnitWorkPage } from './unit-work-page.js';

export const unitWorkRoutes: Routes = [{ path: '', component: UnitWorkPage }];
