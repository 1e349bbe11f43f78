import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { importLabels } from './import.labels';

export const importRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles('finance', 'auditor')],
    data: { title: () => importLabels().title },
    loadComponent: () => import('./import.page').then((m) => m.ImportPage),
  },
  {
    path: ':importId',
    canMatch: [forRoles('finance', 'auditor')],
    data: { title: () => importLabels().runTitle },
    loadComponent: () => import('./import-run.page').then((m) => m.ImportRunPage),
  },
];
