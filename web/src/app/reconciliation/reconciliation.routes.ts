import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { reconciliationLabels } from './reconciliation.labels';

export const reconciliationRoutes: Routes = [
  {
    path: '',
    canMatch: [forRoles('finance', 'auditor')],
    data: { title: () => reconciliationLabels().title },
    loadComponent: () => import('./reconciliation.page').then((m) => m.ReconciliationPage),
  },
];
