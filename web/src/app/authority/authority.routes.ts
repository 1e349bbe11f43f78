import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { earmarkLabels } from './earmark.labels';
import { extraLabels } from './extra.labels';
import { lockFormLabels } from './lock-form.labels';
import { lockLabels } from './lock.labels';
import { poolLabels } from './pool.labels';
import { transferLabels } from './transfer.labels';
import { rulePageLabels } from './rule-page.labels';

const UNIT_ROLES = ['department_head', 'clerk', 'coordinator'] as const;
const READERS = ['finance', 'auditor', 'council_office', ...UNIT_ROLES] as const;
const LIVE_READERS = ['finance', 'auditor', ...UNIT_ROLES] as const;

export const authorityRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'extra' },
  {
    path: 'extra',
    canMatch: [forRoles(...READERS)],
    data: { title: () => extraLabels().title },
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./extra-list.page').then((m) => m.ExtraListPage) },
      {
        path: 'new',
        canMatch: [forRoles('finance', 'department_head')],
        loadComponent: () => import('./extra-form.page').then((m) => m.ExtraFormPage),
      },
      { path: 'report', loadComponent: () => import('./extra-report.page').then((m) => m.ExtraReportPage) },
      { path: ':id', loadComponent: () => import('./extra-request.page').then((m) => m.ExtraRequestPage) },
      {
        path: ':id/edit',
        canMatch: [forRoles('finance', 'department_head')],
        loadComponent: () => import('./extra-form.page').then((m) => m.ExtraFormPage),
      },
    ],
  },
  {
    path: 'transfers',
    canMatch: [forRoles(...LIVE_READERS)],
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
    canMatch: [forRoles(...LIVE_READERS)],
    data: { title: () => transferLabels().detailTitle },
    loadComponent: () => import('./transfer-detail.page').then((m) => m.TransferDetailPage),
  },
  {
    path: 'pools',
    canMatch: [forRoles(...LIVE_READERS)],
    data: { title: () => poolLabels().title },
    loadComponent: () => import('./pool-list.page').then((m) => m.PoolListPage),
  },
  {
    path: 'pools/:poolId',
    canMatch: [forRoles(...LIVE_READERS)],
    data: { title: () => poolLabels().name },
    loadComponent: () => import('./pool-detail.page').then((m) => m.PoolDetailPage),
  },
  {
    path: 'locks',
    canMatch: [forRoles(...LIVE_READERS)],
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
    canMatch: [forRoles(...LIVE_READERS)],
    data: { title: () => lockLabels().title },
    loadComponent: () => import('./lock.page').then((m) => m.LockPage),
  },
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
  {
    path: 'rules',
    canMatch: [forRoles(...READERS, 'admin')],
    data: { title: () => rulePageLabels().title },
    loadComponent: () => import('./rule.page').then((m) => m.RulePage),
  },
];
