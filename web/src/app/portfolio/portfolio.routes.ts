import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { portfolioLabels } from './portfolio.labels';

export const portfolioRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles('finance', 'auditor')],
    data: { title: () => portfolioLabels().title },
    loadComponent: () => import('./decision.page').then((m) => m.DecisionPage),
  },
];
