import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { unitLabels } from './unit.labels';
import { userLabels } from './user.labels';

const READERS = ['admin', 'finance', 'auditor'] as const;

export const organizationRoutes: Routes = [
  {
    path: 'units',
    canMatch: [forRoles(...READERS)],
    data: { title: () => unitLabels().title },
    loadComponent: () => import('./units.page').then((m) => m.UnitsPage),
  },
  {
    path: 'users',
    canMatch: [forRoles(...READERS)],
    data: { title: () => userLabels().title },
    loadComponent: () => import('./users.page').then((m) => m.UsersPage),
  },
  {
    path: 'users/:personId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => userLabels().person },
    loadComponent: () => import('./user.page').then((m) => m.UserPage),
  },
];
