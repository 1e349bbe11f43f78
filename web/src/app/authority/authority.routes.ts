import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { lockFormLabels } from './lock-form.labels';
import { lockLabels } from './lock.labels';
import { poolLabels } from './pool.labels';
import { transferLabels } from './transfer.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator'] as const;

export const authorityRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'transfers' },
  {
    path: 'transfers',
    canMatch: [forRoles(...READERS)],
    data: { title: () => transferLabels().title },
    loadComponent: () => import('./transfer-list.page').then((m) => m.TransferListPage),
  },
  {
    path: 'transfers/new',
    canMatch: [forRoles('finance', 'department_head')],
    data: { title: () => transferLabels().newTitle },
    loadComponent: () => import('./transfer-new.page').then((m) => m.TransferNewPage),
  },
  {
    path: 'transfers/:transferId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => transferLabels().detailTitle },
    loadComponent: () => import('./transfer-detail.page').then((m) => m.TransferDetailPage),
  },
  {
    path: 'pools',
    canMatch: [forRoles(...READERS)],
    data: { title: () => poolLabels().title },
    loadComponent: () => import('./pool-list.page').then((m) => m.PoolListPage),
  },
  {
    path: 'pools/:poolId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => poolLabels().name },
    loadComponent: () => import('./pool-detail.page').then((m) => m.PoolDetailPage),
  },
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
