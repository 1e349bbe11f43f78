import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { inject, provideAppInitializer, provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, type Routes, TitleStrategy, withComponentInputBinding } from '@angular/router';
import { App } from '../app/app';
import { routes } from '../app/app.routes';
import { PageTitle } from '../app/platform/page-title';
import { SessionStore } from '../app/platform/session.store';
import { FormsPage } from './forms.page';
import { PartsPage } from './parts.page';
import { stubApi } from './stub-api';

/** The parts beside each other, with the real frame and no API. Not part of the product: `nx run web:build:showcase`. */
const pages: Routes = [
  { path: 'dashboard', component: PartsPage, data: { title: () => 'Teile' } },
  { path: 'budget/book', component: FormsPage, data: { title: () => 'Formulare' } },
];
const withPages = routes.map((route) =>
  route.children ? { ...route, children: [...pages, ...route.children] } : route,
);

void bootstrapApplication(App, {
  providers: [
    provideZonelessChangeDetection(),
    provideHttpClient(withInterceptors([stubApi])),
    provideRouter(withPages, withComponentInputBinding()),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideAppInitializer(() => inject(SessionStore).restore()),
  ],
});
