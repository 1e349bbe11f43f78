import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { contractFormLabels } from './contract-form.labels';
import { contractLabels } from './contract.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator'] as const;
const WRITERS = ['finance', 'department_head'] as const;

export const contractRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles(...READERS)],
    data: { title: () => contractLabels().title },
    loadComponent: () => import('./contract-list.page').then((m) => m.ContractListPage),
  },
  {
    path: 'deadlines',
    canMatch: [forRoles(...READERS)],
    data: { title: () => contractLabels().tabNames.deadlines },
    loadComponent: () => import('./deadline-list.page').then((m) => m.DeadlineListPage),
  },
  {
    path: 'endings',
    canMatch: [forRoles(...READERS)],
    data: { title: () => contractLabels().tabNames.endings },
    loadComponent: () => import('./ending-list.page').then((m) => m.EndingListPage),
  },
  {
    path: 'fees',
    canMatch: [forRoles(...READERS)],
    data: { title: () => contractLabels().tabNames.fees },
    loadComponent: () => import('./fees.page').then((m) => m.FeesPage),
  },
  {
    path: 'invoices',
    canMatch: [forRoles(...READERS)],
    data: { title: () => contractLabels().tabNames.invoices },
    loadComponent: () => import('./invoice-list.page').then((m) => m.InvoiceListPage),
  },
  {
    path: 'new',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => contractFormLabels().titleNew },
    loadComponent: () => import('./contract-form.page').then((m) => m.ContractFormPage),
  },
  {
    path: ':contractId/edit',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => contractFormLabels().titleEdit },
    loadComponent: () => import('./contract-form.page').then((m) => m.ContractFormPage),
  },
  {
    path: ':contractId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => contractLabels().title },
    loadComponent: () => import('./contract.page').then((m) => m.ContractPage),
  },
];
