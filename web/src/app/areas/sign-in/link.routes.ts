import type { Routes } from '@angular/router';
import { LinkPage } from './link-page.js';

export const linkRoutes: Routes = [{ path: '', component: LinkPage }];
