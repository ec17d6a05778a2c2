import type { Routes } from '@angular/router';
import { SessionsPage } from './sessions-page.js';

export const sessionsRoutes: Routes = [{ path: '', component: SessionsPage }];
