import type { Routes } from '@angular/router';
import { InvitePage } from './invite-page.js';
import { PeoplePage } from './people-page.js';
import { PersonPage } from './person-page.js';

export const peopleRoutes: Routes = [
  { path: '', component: PeoplePage },
  { path: 'new', component: InvitePage },
  { path: ':id', component: PersonPage },
];
