import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { mineLabels } from './mine.labels';
import { overviewLabels } from './overview.labels';
import { releasedLabels } from './released.labels';
import { releasedPartLabels } from './released-parts.labels';

export const dashboardRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles('finance', 'auditor')],
    data: { title: () => overviewLabels().title },
    loadComponent: () => import('./overview.page').then((m) => m.OverviewPage),
  },
  {
    path: 'mine',
    canMatch: [forRoles('department_head', 'clerk', 'coordinator')],
    data: { title: () => mineLabels().title },
    loadComponent: () => import('./mine.page').then((m) => m.MinePage),
  },
  {
    path: 'released',
    canMatch: [forRoles('committee', 'council_office', 'finance', 'auditor')],
    data: { title: () => releasedLabels().title },
    loadComponent: () => import('./released.page').then((m) => m.ReleasedPage),
  },
  {
    path: 'released/:snapshotId/lines/:lineId',
    canMatch: [forRoles('committee', 'council_office', 'finance', 'auditor')],
    data: { title: () => releasedPartLabels().linePage.title },
    loadComponent: () => import('./released-line.page').then((m) => m.ReleasedLinePage),
  },
];
