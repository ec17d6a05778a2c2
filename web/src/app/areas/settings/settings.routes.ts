import type { Routes } from '@angular/router';
import { SettingsPage } from './settings-page.js';

export const settingsRoutes: Routes = [{ path: '', component: SettingsPage }];
