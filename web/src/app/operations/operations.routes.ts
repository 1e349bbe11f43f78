import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { operationsLabels } from './operations.labels';

export const operationsRoutes: Routes = [
  {
    path: '',
    canMatch: [forRoles('admin')],
    data: { title: () => operationsLabels().title },
    loadComponent: () => import('./operations.page').then((m) => m.OperationsPage),
  },
];
