import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { tap } from 'rxjs';
import { language } from '../ui/language/language';
import { API, HANDLES_LOGIN } from './api';
import { Connection } from './connection';
import { SessionStore } from './session.store';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Own calls carry the language and, where something changes, the CSRF token. A lost login leads to the login page and back. */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith(API)) return next(request);
  const injector = inject(Injector);
  const session = injector.get(SessionStore);
  const connection = injector.get(Connection);
  const token = READS.has(request.method) ? null : session.csrfToken();
  const headers: Record<string, string> = { 'Accept-Language': language() };
  if (token) headers['X-CSRF-Token'] = token;

  return next(request.clone({ setHeaders: headers })).pipe(
    tap({
      next: () => {
        session.heard();
        connection.heard();
      },
      error: (error: unknown) => {
        if (!(error instanceof HttpErrorResponse)) return;
        if (error.status === 0) connection.lost();
        else connection.heard();
        if (error.status !== 401 || request.context.get(HANDLES_LOGIN)) return;
        session.forget();
        const router = injector.get(Router);
        void router.navigate(['/login'], { queryParams: { next: router.url } });
      },
    }),
  );
};
