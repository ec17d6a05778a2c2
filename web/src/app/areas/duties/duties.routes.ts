import type { Routes } from '@angular/router';
import { DutiesPage } from './duties-page.js';
import { FrameworkPage } from './framework-page.js';

export const dutiesRoutes: Routes = [
  { path: '', component: DutiesPage },
  { path: 'framework-2024', component: FrameworkPage },
];
