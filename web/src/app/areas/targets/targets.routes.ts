import type { Routes } from '@angular/router';
import { TargetPage } from './target-page.js';
import { TargetsPage } from './targets-page.js';

export const targetsRoutes: Routes = [
  { path: '', component: TargetsPage },
  { path: ':code', component: TargetPage },
];
