import type { Routes } from '@angular/router';
import { PermissionsPage } from './permissions-page.js';
import { ProfilePage } from './profile-page.js';

export const profileRoutes: Routes = [
  { path: '', component: ProfilePage },
  { path: 'permissions', component: PermissionsPage },
];
