import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { auditLabels } from './audit.labels';
import { operationsLabels } from './operations.labels';

export const operationsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles('admin')],
    data: { title: () => operationsLabels().title },
    loadComponent: () => import('./operations.page').then((m) => m.OperationsPage),
  },
];

export const auditRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles('admin', 'auditor')],
    data: { title: () => auditLabels().title },
    loadComponent: () => import('./audit.page').then((m) => m.AuditPage),
  },
];
