import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { councilLabels } from './council.labels';

export const councilRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles('finance', 'auditor', 'department_head', 'clerk', 'coordinator', 'council_office')],
    data: { title: () => councilLabels().title },
    loadComponent: () => import('./council.page').then((m) => m.CouncilPage),
  },
];
