import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { benefitLabels } from './benefit.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator'] as const;
const WRITERS = ['finance', 'department_head', 'coordinator'] as const;
const form = () => import('./benefit-form.page').then((m) => m.BenefitFormPage);

export const benefitRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles(...READERS)],
    data: { title: () => benefitLabels().title },
    loadComponent: () => import('./benefit-list.page').then((m) => m.BenefitListPage),
  },
  {
    path: 'new',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => benefitLabels().newTitle },
    loadComponent: form,
  },
  {
    path: ':benefitId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => benefitLabels().title },
    loadComponent: () => import('./benefit.page').then((m) => m.BenefitPage),
  },
  {
    path: ':benefitId/edit',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => benefitLabels().title },
    loadComponent: form,
  },
];
