import { provideHttpClient, withInterceptors, withXsrfConfiguration } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
} from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { routes } from './app.routes.js';
import { Language } from './shared/language/language.js';
import { TextsLoader } from './shared/language/texts-loader.js';
import { Session } from './shared/session/session.js';
import { watchSession } from './shared/session/session-interceptor.js';
import { PageTitle } from './shell/page-title.js';

export const applicationConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideHttpClient(
      withXsrfConfiguration({ cookieName: 'XSRF-TOKEN', headerName: 'X-XSRF-TOKEN' }),
      withInterceptors([watchSession]),
    ),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideTransloco({
      config: { availableLangs: ['vi', 'en'], defaultLang: 'vi', reRenderOnLangChange: true, prodMode: true },
      loader: TextsLoader,
    }),
    // Both before the first page, so that neither words nor what a role may use appear late.
    provideAppInitializer(() => inject(Language).start()),
    provideAppInitializer(() => inject(Session).begin()),
  ],
};
