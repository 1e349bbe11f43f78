import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { approvalLabels } from './approval.labels';
import { settingsLabels } from './settings.labels';

const READERS = ['finance', 'auditor', 'admin'] as const;

export const settingsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles(...READERS)],
    data: { title: () => settingsLabels().title },
    loadComponent: () => import('./years.page').then((m) => m.YearsPage),
  },
  {
    path: 'approvals',
    canMatch: [forRoles(...READERS)],
    data: { title: () => approvalLabels().title },
    loadComponent: () => import('./approvals.page').then((m) => m.ApprovalsPage),
  },
  {
    path: 'city',
    canMatch: [forRoles(...READERS)],
    data: { title: () => settingsLabels().city.title },
    loadComponent: () => import('./city.page').then((m) => m.CityPage),
  },
];
