import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { outcomeLabels } from './outcome.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator'] as const;
const WRITERS = ['finance', 'department_head', 'coordinator'] as const;
const form = () => import('./outcome-form.page').then((m) => m.OutcomeFormPage);

export const outcomeRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles(...READERS)],
    data: { title: () => outcomeLabels().title },
    loadComponent: () => import('./outcome-list.page').then((m) => m.OutcomeListPage),
  },
  {
    path: 'new',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => outcomeLabels().newTitle },
    loadComponent: form,
  },
  {
    path: ':outcomeId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => outcomeLabels().title },
    loadComponent: () => import('./outcome.page').then((m) => m.OutcomePage),
  },
  {
    path: ':outcomeId/edit',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => outcomeLabels().title },
    loadComponent: form,
  },
];
