import type { Route, Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { catalogueLabels } from './catalogue.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator'] as const;
const WRITERS = ['finance', 'department_head'] as const;

interface RegisterPages {
  readonly title: () => string;
  readonly list: NonNullable<Route['loadComponent']>;
  readonly form: NonNullable<Route['loadComponent']>;
  readonly page: NonNullable<Route['loadComponent']>;
}

/** The pages of a register: its list, the form for a new record, one record, and the form to change it. */
function registerRoutes({ title, list, form, page }: RegisterPages): Routes {
  const data = { title };
  return [
    { path: '', pathMatch: 'full', canMatch: [forRoles(...READERS)], data, loadComponent: list },
    { path: 'new', canMatch: [forRoles(...WRITERS)], data, loadComponent: form },
    { path: ':recordId', canMatch: [forRoles(...READERS)], data, loadComponent: page },
    { path: ':recordId/edit', canMatch: [forRoles(...WRITERS)], data, loadComponent: form },
  ];
}

export const serviceRoutes = registerRoutes({
  title: () => catalogueLabels().title,
  list: () => import('./catalogue-list.page').then((m) => m.CatalogueListPage),
  form: () => import('./catalogue-form.page').then((m) => m.CatalogueFormPage),
  page: () => import('./catalogue.page').then((m) => m.CataloguePage),
});
