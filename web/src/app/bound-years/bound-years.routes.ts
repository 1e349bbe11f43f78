import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { boundYearsLabels } from './bound-years.labels';
import { commitmentLabels } from './commitment.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator'] as const;

export const boundYearsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles(...READERS)],
    data: { title: () => boundYearsLabels().title },
    loadComponent: () => import('./bound-years.page').then((m) => m.BoundYearsPage),
  },
  {
    path: 'authorities',
    canMatch: [forRoles(...READERS)],
    data: { title: () => commitmentLabels().authorities.title },
    loadComponent: () => import('./authorities.page').then((m) => m.AuthoritiesPage),
  },
  {
    path: 'authorities/:authorityId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => commitmentLabels().authorities.title },
    loadComponent: () => import('./authority.page').then((m) => m.AuthorityPage),
  },
  {
    path: 'obligations',
    canMatch: [forRoles(...READERS)],
    data: { title: () => commitmentLabels().obligations.title },
    loadComponent: () => import('./obligations.page').then((m) => m.ObligationsPage),
  },
];
