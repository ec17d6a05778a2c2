import type { Routes } from '@angular/router';
import type { TextKey } from './shared/language/text-key.js';
import { requireAction, requireSignIn } from './shared/session/session-guard.js';
import { OF_AN_EDITION } from './shell/edition-in-address.js';

/** A page's title is a text key: it follows the language on screen (shell/page-title). */
const title = (key: TextKey): string => key;

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: title('nav.overview'),
    data: OF_AN_EDITION,
    loadChildren: async () => (await import('./areas/overview/overview.routes.js')).overviewRoutes,
  },
  {
    path: 'ranking',
    title: title('nav.ranking'),
    data: OF_AN_EDITION,
    loadChildren: async () => (await import('./areas/ranking/ranking.routes.js')).rankingRoutes,
  },
  {
    path: 'units/:id/work',
    title: title('nav.unitWork'),
    canActivate: [requireAction('unpublished.read', (route) => route.paramMap.get('id'))],
    loadChildren: async () => (await import('./areas/unit-work/unit-work.routes.js')).unitWorkRoutes,
  },
  {
    path: 'units',
    title: title('nav.units'),
    loadChildren: async () => (await import('./areas/units/units.routes.js')).unitsRoutes,
  },
  {
    path: 'unit-changes',
    title: title('nav.unitChanges'),
    canActivate: [requireAction('unit.change')],
    loadChildren: async () => (await import('./areas/unit-changes/unit-changes.routes.js')).unitChangesRoutes,
  },
  {
    path: 'unit-people/:unit',
    title: title('nav.unitPeople'),
    canActivate: [requireAction('unit-people.read', (route) => route.paramMap.get('unit'))],
    loadChildren: async () => (await import('./areas/unit-people/unit-people.routes.js')).unitPeopleRoutes,
  },
  {
    path: 'people',
    title: title('nav.people'),
    canActivate: [requireAction('person.read')],
    loadChildren: async () => (await import('./areas/people/people.routes.js')).peopleRoutes,
  },
  {
    path: 'targets',
    title: title('nav.targets'),
    loadChildren: async () => (await import('./areas/targets/targets.routes.js')).targetsRoutes,
  },
  {
    path: 'tasks',
    title: title('nav.tasks'),
    loadChildren: async () => (await import('./areas/tasks/tasks.routes.js')).tasksRoutes,
  },
  {
    path: 'profile/keys',
    title: title('nav.keys'),
    canActivate: [requireSignIn],
    loadChildren: async () => (await import('./areas/keys/keys.routes.js')).ownKeysRoutes,
  },
  {
    path: 'keys',
    title: title('nav.keys'),
    canActivate: [requireAction('key.manage')],
    loadChildren: async () => (await import('./areas/keys/keys.routes.js')).allKeysRoutes,
  },
  {
    path: 'law',
    title: title('nav.law'),
    loadChildren: async () => (await import('./areas/law/law.routes.js')).lawRoutes,
  },
  {
    path: 'databases',
    title: title('nav.databases'),
    loadChildren: async () => (await import('./areas/databases/databases.routes.js')).databasesRoutes,
  },
  {
    path: 'duties',
    title: title('nav.duties'),
    loadChildren: async () => (await import('./areas/duties/duties.routes.js')).dutiesRoutes,
  },
  {
    path: 'import',
    title: title('nav.import'),
    canActivate: [requireAction('import.read')],
    loadChildren: async () => (await import('./areas/import/import.routes.js')).importRoutes,
  },
  {
    path: 'editions',
    title: title('nav.editions'),
    loadChildren: async () => (await import('./areas/editions/editions.routes.js')).editionsRoutes,
  },
  {
    path: 'methodology',
    title: title('nav.methodology'),
    loadChildren: async () => (await import('./areas/methodology/methodology.routes.js')).methodologyRoutes,
  },
  {
    path: 'search',
    title: title('nav.search'),
    loadChildren: async () => (await import('./areas/search/search.routes.js')).searchRoutes,
  },
  {
    path: 'profile',
    title: title('nav.profile'),
    canActivate: [requireSignIn],
    loadChildren: async () => (await import('./areas/profile/profile.routes.js')).profileRoutes,
  },
  {
    path: 'audit',
    title: title('nav.audit'),
    canActivate: [requireAction('audit.read')],
    loadChildren: async () => (await import('./areas/audit/audit.routes.js')).auditRoutes,
  },
  {
    path: 'sessions',
    title: title('nav.sessions'),
    canActivate: [requireAction('session.manage')],
    loadChildren: async () => (await import('./areas/sessions/sessions.routes.js')).sessionsRoutes,
  },
  {
    path: 'settings',
    title: title('nav.settings'),
    loadChildren: async () => (await import('./areas/settings/settings.routes.js')).settingsRoutes,
  },
  {
    path: 'sign-in',
    title: title('signIn.title'),
    loadChildren: async () => (await import('./areas/sign-in/sign-in.routes.js')).signInRoutes,
  },
  {
    path: 'link',
    title: title('signIn.link.title'),
    loadChildren: async () => (await import('./areas/sign-in/link.routes.js')).linkRoutes,
  },
  {
    path: 'refused',
    title: title('refused.page'),
    loadComponent: async () => (await import('./shell/refused-page.js')).RefusedPage,
  },
  {
    path: 'signed-in',
    title: title('signedIn.title'),
    loadComponent: async () => (await import('./shell/signed-in-page.js')).SignedInPage,
  },
  {
    path: '**',
    title: title('notFound.title'),
    loadComponent: async () => (await import('./shell/not-found-page.js')).NotFoundPage,
  },
];
