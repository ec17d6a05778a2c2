import type { Routes } from '@angular/router';
import { AllKeysPage } from './all-keys-page.js';
import { OwnKeysPage } from './own-keys-page.js';

/** Below the profile. */
export const ownKeysRoutes: Routes = [{ path: '', component: OwnKeysPage }];

/** Below the administration. */
export const allKeysRoutes: Routes = [{ path: '', component: AllKeysPage }];
