import type { Routes } from '@angular/router';
import { RankingPage } from './ranking-page.js';

export const rankingRoutes: Routes = [{ path: '', component: RankingPage }];
