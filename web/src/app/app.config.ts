import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  ErrorHandler,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { routes } from './app.routes';
import { aheadInterceptor } from './platform/ahead';
import { FaultHandler } from './platform/fault-desk';
import { PageTitle } from './platform/page-title';
import { sessionInterceptor } from './platform/session.interceptor';
import { SessionStore } from './platform/session.store';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withFetch(), withInterceptors([aheadInterceptor, sessionInterceptor])),
    provideRouter(routes, withComponentInputBinding(), withInMemoryScrolling({ anchorScrolling: 'enabled' })),
    { provide: TitleStrategy, useExisting: PageTitle },
    { provide: ErrorHandler, useClass: FaultHandler },
    provideAppInitializer(() => inject(SessionStore).restore()),
  ],
};
