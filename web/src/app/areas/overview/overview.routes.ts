import type { Routes } from '@angular/router';
import { OverviewPage } from './overview-page.js';

export const overviewRoutes: Routes = [{ path: '', component: OverviewPage }];
