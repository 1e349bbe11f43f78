import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { parameterLabels } from './parameter.labels';
import { postFormLabels } from './post-form.labels';
import { postLabels } from './post.labels';
import { staffingPlanLabels } from './staffing-plan.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator', 'personnel_office'] as const;

/** Posts and the figures that they are reckoned with. */
export const postRoutes: Routes = [
  {
    path: 'posts',
    pathMatch: 'full',
    canMatch: [forRoles('personnel_office', 'auditor')],
    data: { title: () => postLabels().title },
    loadComponent: () => import('./post-list.page').then((m) => m.PostListPage),
  },
  {
    path: 'posts/plan',
    canMatch: [forRoles(...READERS)],
    data: { title: () => staffingPlanLabels().title },
    loadComponent: () => import('./staffing-plan.page').then((m) => m.StaffingPlanPage),
  },
  {
    path: 'posts/new',
    canMatch: [forRoles('personnel_office')],
    data: { title: () => postFormLabels().titleNew },
    loadComponent: () => import('./post-form.page').then((m) => m.PostFormPage),
  },
  {
    path: 'posts/:postId/edit',
    canMatch: [forRoles('personnel_office')],
    data: { title: () => postFormLabels().titleEdit },
    loadComponent: () => import('./post-form.page').then((m) => m.PostFormPage),
  },
  {
    path: 'posts/:postId',
    canMatch: [forRoles('personnel_office', 'auditor')],
    data: { title: () => postLabels().title },
    loadComponent: () => import('./post.page').then((m) => m.PostPage),
  },
  {
    path: 'parameters',
    pathMatch: 'full',
    canMatch: [forRoles(...READERS)],
    data: { title: () => parameterLabels().title },
    loadComponent: () => import('./parameter-list.page').then((m) => m.ParameterListPage),
  },
  {
    path: 'parameters/new',
    canMatch: [forRoles('personnel_office')],
    data: { title: () => parameterLabels().form.title },
    loadComponent: () => import('./parameter-form.page').then((m) => m.ParameterFormPage),
  },
];
