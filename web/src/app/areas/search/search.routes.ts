import type { Routes } from '@angular/router';
import { SearchPage } from './search-page.js';

export const searchRoutes: Routes = [{ path: '', component: SearchPage }];
