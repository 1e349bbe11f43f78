import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { lockFormLabels } from './lock-form.labels';
import { lockLabels } from './lock.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator'] as const;

export const authorityRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'locks' },
  {
    path: 'locks',
    canMatch: [forRoles(...READERS)],
    data: { title: () => lockLabels().title },
    loadComponent: () => import('./lock-list.page').then((m) => m.LockListPage),
  },
  {
    path: 'locks/new',
    canMatch: [forRoles('finance')],
    data: { title: () => lockFormLabels().question },
    loadComponent: () => import('./lock-new.page').then((m) => m.LockNewPage),
  },
  {
    path: 'locks/:lockId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => lockLabels().title },
    loadComponent: () => import('./lock.page').then((m) => m.LockPage),
  },
];
