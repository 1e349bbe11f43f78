import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { earmarkLabels } from './earmark.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator'] as const;

export const authorityRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'earmarks' },
  {
    path: 'earmarks',
    canMatch: [forRoles(...READERS)],
    data: { title: () => earmarkLabels().title },
    loadComponent: () => import('./earmark-list.page').then((m) => m.EarmarkListPage),
  },
  {
    path: 'earmarks/:earmarkId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => earmarkLabels().title },
    loadComponent: () => import('./earmark.page').then((m) => m.EarmarkPage),
  },
];
