import type { Route, Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { catalogueLabels } from './catalogue.labels';
import { deskLabels } from './desk.labels';
import { offerLabels } from './offer.labels';
import { processLabels } from './process.labels';
import { systemLabels } from './system.labels';
import { trainingLabels } from './training.labels';

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

export const systemRoutes = registerRoutes({
  title: () => systemLabels().title,
  list: () => import('./system-list.page').then((m) => m.SystemListPage),
  form: () => import('./system-form.page').then((m) => m.SystemFormPage),
  page: () => import('./system.page').then((m) => m.SystemPage),
});

export const trainingRoutes = registerRoutes({
  title: () => trainingLabels().title,
  list: () => import('./training-list.page').then((m) => m.TrainingListPage),
  form: () => import('./training-form.page').then((m) => m.TrainingFormPage),
  page: () => import('./training.page').then((m) => m.TrainingPage),
});

export const processRoutes = registerRoutes({
  title: () => processLabels().title,
  list: () => import('./process-list.page').then((m) => m.ProcessListPage),
  form: () => import('./process-form.page').then((m) => m.ProcessFormPage),
  page: () => import('./process.page').then((m) => m.ProcessPage),
});

export const offerRoutes = registerRoutes({
  title: () => offerLabels().title,
  list: () => import('./offer-list.page').then((m) => m.OfferListPage),
  form: () => import('./offer-form.page').then((m) => m.OfferFormPage),
  page: () => import('./offer.page').then((m) => m.OfferPage),
});

export const deskRoutes = registerRoutes({
  title: () => deskLabels().title,
  list: () => import('./desk-list.page').then((m) => m.DeskListPage),
  form: () => import('./desk-form.page').then((m) => m.DeskFormPage),
  page: () => import('./desk.page').then((m) => m.DeskPage),
});
