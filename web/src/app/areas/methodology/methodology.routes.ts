import type { Routes } from '@angular/router';
import { ComparePage } from './compare-page.js';
import { VersionPage } from './version-page.js';
import { VersionsPage } from './versions-page.js';

export const methodologyRoutes: Routes = [
  { path: '', component: VersionsPage },
  { path: 'compare', component: ComparePage },
  { path: ':code', component: VersionPage },
];
