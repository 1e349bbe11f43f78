import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { batchLabels } from './batch.labels';
import { deviceLabels } from './device.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator'] as const;
const WRITERS = ['finance', 'department_head'] as const;

export const deviceRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles(...READERS)],
    data: { title: () => deviceLabels().title },
    loadComponent: () => import('./device-list.page').then((m) => m.DeviceListPage),
  },
  {
    path: 'demand',
    canMatch: [forRoles(...READERS)],
    data: { title: () => deviceLabels().tabNames.demand },
    loadComponent: () => import('./demand.page').then((m) => m.DemandPage),
  },
  {
    path: 'kinds',
    canMatch: [forRoles(...READERS)],
    data: { title: () => deviceLabels().tabNames.kinds },
    loadComponent: () => import('./kind-list.page').then((m) => m.KindListPage),
  },
  {
    path: 'sets',
    canMatch: [forRoles(...READERS)],
    data: { title: () => deviceLabels().tabNames.sets },
    loadComponent: () => import('./set-list.page').then((m) => m.SetListPage),
  },
  {
    path: 'new',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => batchLabels().form.titleNew },
    loadComponent: () => import('./batch-form.page').then((m) => m.BatchFormPage),
  },
  {
    path: ':batchId/edit',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => batchLabels().form.titleEdit },
    loadComponent: () => import('./batch-form.page').then((m) => m.BatchFormPage),
  },
  {
    path: ':batchId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => deviceLabels().title },
    loadComponent: () => import('./batch.page').then((m) => m.BatchPage),
  },
];
