import type { Routes } from '@angular/router';
import { ForgottenPage } from './forgotten-page.js';
import { SignInPage } from './sign-in-page.js';

export const signInRoutes: Routes = [
  { path: '', component: SignInPage },
  { path: 'forgotten', component: ForgottenPage },
];
