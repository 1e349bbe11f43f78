import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { demandExcelLabels } from './demand-excel.labels';
import { demandLabels } from './demand.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator', 'reviewer'] as const;
const WRITERS = ['department_head', 'coordinator'] as const;
const roundForm = () => import('./round-form.page').then((m) => m.RoundFormPage);
const round = () => import('./round.page').then((m) => m.RoundPage);

export const demandRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles(...READERS)],
    data: { title: () => demandLabels().title },
    loadComponent: () => import('./demand-list.page').then((m) => m.DemandListPage),
  },
  {
    path: 'new',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => demandLabels().title },
    loadComponent: () => import('./demand-start.page').then((m) => m.DemandStartPage),
  },
  {
    path: 'excel',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => demandExcelLabels().title },
    loadComponent: () => import('./demand-excel.page').then((m) => m.DemandExcelPage),
  },
  {
    path: 'board',
    canMatch: [forRoles(...READERS)],
    data: { title: () => demandLabels().tabNames.board },
    loadComponent: () => import('./demand-board.page').then((m) => m.DemandBoardPage),
  },
  {
    path: 'queue',
    canMatch: [forRoles('reviewer')],
    data: { title: () => demandLabels().tabNames.queue },
    loadComponent: () => import('./desk-queue.page').then((m) => m.DeskQueuePage),
  },
  {
    path: 'catalogue',
    canMatch: [forRoles(...READERS)],
    data: { title: () => demandLabels().tabNames.catalogue },
    loadComponent: () => import('./standard-item-list.page').then((m) => m.StandardItemListPage),
  },
  {
    path: 'workflow',
    canMatch: [forRoles(...READERS)],
    data: { title: () => demandLabels().tabNames.workflow },
    loadComponent: () => import('./workflow.page').then((m) => m.WorkflowPage),
  },
  {
    path: 'round',
    canMatch: [forRoles(...READERS)],
    data: { title: () => demandLabels().tabNames.round },
    loadComponent: round,
  },
  {
    path: 'rounds/new',
    canMatch: [forRoles('finance')],
    data: { title: () => demandLabels().tabNames.round },
    loadComponent: roundForm,
  },
  {
    path: 'rounds/:roundId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => demandLabels().tabNames.round },
    loadComponent: round,
  },
  {
    path: 'rounds/:roundId/edit',
    canMatch: [forRoles('finance')],
    data: { title: () => demandLabels().tabNames.round },
    loadComponent: roundForm,
  },
  {
    path: ':demandId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => demandLabels().title },
    loadComponent: () => import('./demand.page').then((m) => m.DemandPage),
  },
  {
    path: ':demandId/edit',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => demandLabels().title },
    loadComponent: () => import('./demand-form.page').then((m) => m.DemandFormPage),
  },
];
