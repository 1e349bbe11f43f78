import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { auditLabels } from './audit.labels';

export const auditRoutes: Routes = [
  {
    path: '',
    canMatch: [forRoles('auditor', 'admin')],
    data: { title: () => auditLabels().title },
    loadComponent: () => import('./audit.page').then((m) => m.AuditPage),
  },
];
