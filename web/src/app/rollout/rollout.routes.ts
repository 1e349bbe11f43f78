import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { rolloutLabels } from './rollout.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator'] as const;
const WRITERS = ['finance', 'department_head', 'coordinator'] as const;
const form = () => import('./rollout-form.page').then((m) => m.RolloutFormPage);

export const rolloutRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles(...READERS)],
    data: { title: () => rolloutLabels().title },
    loadComponent: () => import('./rollout-list.page').then((m) => m.RolloutListPage),
  },
  {
    path: 'new',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => rolloutLabels().newTitle },
    loadComponent: form,
  },
  {
    path: ':rolloutId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => rolloutLabels().boardTitle },
    loadComponent: () => import('./rollout.page').then((m) => m.RolloutPage),
  },
  {
    path: ':rolloutId/edit',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => rolloutLabels().boardTitle },
    loadComponent: form,
  },
];
