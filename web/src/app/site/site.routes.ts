import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { siteLabels } from './site.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator'] as const;
const WRITERS = ['finance', 'department_head'] as const;

export const siteRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles(...READERS)],
    data: { title: () => siteLabels().title },
    loadComponent: () => import('./site-list.page').then((m) => m.SiteListPage),
  },
  {
    path: 'keys',
    canMatch: [forRoles(...READERS)],
    data: { title: () => siteLabels().tabNames.keys },
    loadComponent: () => import('./split-key-list.page').then((m) => m.SplitKeyListPage),
  },
  {
    path: 'new',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => siteLabels().form.titleNew },
    loadComponent: () => import('./site-form.page').then((m) => m.SiteFormPage),
  },
  {
    path: ':siteId/edit',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => siteLabels().form.titleEdit },
    loadComponent: () => import('./site-form.page').then((m) => m.SiteFormPage),
  },
  {
    path: ':siteId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => siteLabels().title },
    loadComponent: () => import('./site.page').then((m) => m.SitePage),
  },
];
