import type { Routes } from '@angular/router';
import { AuditPage } from './audit-page.js';

export const auditRoutes: Routes = [{ path: '', component: AuditPage }];
