import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { amountLabels } from './plan-amounts.labels';
import { planCompareLabels } from './plan-compare.labels';
import { planningLabels } from './planning.labels';

const READERS = ['finance', 'auditor'] as const;

export const planningRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles(...READERS)],
    data: { title: () => planningLabels().title },
    loadComponent: () => import('./plan-versions.page').then((m) => m.PlanVersionsPage),
  },
  {
    path: 'compare',
    canMatch: [forRoles(...READERS)],
    data: { title: () => planCompareLabels().title },
    loadComponent: () => import('./plan-compare.page').then((m) => m.PlanComparePage),
  },
  {
    path: ':versionId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => planningLabels().version },
    loadComponent: () => import('./plan-version.page').then((m) => m.PlanVersionPage),
  },
  {
    path: ':versionId/amounts',
    canMatch: [forRoles(...READERS)],
    data: { title: () => amountLabels().title },
    loadComponent: () => import('./plan-amounts.page').then((m) => m.PlanAmountsPage),
  },
];
