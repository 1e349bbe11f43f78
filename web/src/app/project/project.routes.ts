import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { projectLabels } from './project.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator'] as const;
const WRITERS = ['finance', 'department_head'] as const;
const form = () => import('./project-form.page').then((m) => m.ProjectFormPage);

export const projectRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles(...READERS)],
    data: { title: () => projectLabels().title },
    loadComponent: () => import('./project-list.page').then((m) => m.ProjectListPage),
  },
  {
    path: 'new',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => projectLabels().newTitle },
    loadComponent: form,
  },
  {
    path: ':projectId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => projectLabels().levels.project },
    loadComponent: () => import('./project.page').then((m) => m.ProjectPage),
  },
  {
    path: ':projectId/edit',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => projectLabels().levels.project },
    loadComponent: form,
  },
  {
    path: ':projectId/plan',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => projectLabels().planTitle },
    loadComponent: () => import('./project-plan.page').then((m) => m.ProjectPlanPage),
  },
];
