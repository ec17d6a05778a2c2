import type { Routes } from '@angular/router';
import { ImportPage } from './import-page.js';

export const importRoutes: Routes = [{ path: '', component: ImportPage }];
