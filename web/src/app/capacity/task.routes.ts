import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { taskFormLabels } from './task-form.labels';
import { taskPageLabels } from './task-page.labels';
import { taskLabels } from './task.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator', 'personnel_office'] as const;

/** Tasks: what has to be done, how long a case takes and how many come. */
export const taskRoutes: Routes = [
  {
    path: 'tasks',
    pathMatch: 'full',
    canMatch: [forRoles(...READERS)],
    data: { title: () => taskLabels().title },
    loadComponent: () => import('./task-list.page').then((m) => m.TaskListPage),
  },
  {
    path: 'tasks/new',
    canMatch: [forRoles('department_head', 'personnel_office')],
    data: { title: () => taskFormLabels().titleNew },
    loadComponent: () => import('./task-form.page').then((m) => m.TaskFormPage),
  },
  {
    path: 'tasks/:taskId',
    pathMatch: 'full',
    canMatch: [forRoles(...READERS)],
    data: { title: () => taskLabels().title },
    loadComponent: () => import('./task.page').then((m) => m.TaskPage),
  },
  {
    path: 'tasks/:taskId/edit',
    canMatch: [forRoles('department_head', 'personnel_office')],
    data: { title: () => taskFormLabels().titleEdit },
    loadComponent: () => import('./task-form.page').then((m) => m.TaskFormPage),
  },
  {
    path: 'tasks/:taskId/numbers',
    canMatch: [forRoles('department_head', 'personnel_office')],
    data: { title: () => taskPageLabels().numbers },
    loadComponent: () => import('./task-numbers.page').then((m) => m.TaskNumbersPage),
  },
  {
    path: 'tasks/:taskId/sheet',
    canMatch: [forRoles(...READERS)],
    data: { title: () => taskPageLabels().sheet },
    loadComponent: () => import('./task-sheet.page').then((m) => m.TaskSheetPage),
  },
];
