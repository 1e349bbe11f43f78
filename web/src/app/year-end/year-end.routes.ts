import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { yearEndLabels } from './year-end.labels';

export const yearEndRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles('finance', 'auditor', 'department_head')],
    data: { title: () => yearEndLabels().title },
    loadComponent: () => import('./year-end.page').then((m) => m.YearEndPage),
  },
];
