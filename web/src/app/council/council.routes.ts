import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { councilLabels } from './council.labels';
import { motionFormLabels } from './motion-form.labels';
import { paperLabels } from './paper.labels';
import { readingLabels } from './reading.labels';
import { snapshotLabels } from './snapshot.labels';

const INSIDE = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator', 'council_office'] as const;
const WRITERS = ['finance', 'council_office'] as const;
const KNOWERS = ['finance', 'auditor', 'council_office', 'committee'] as const;
const form = () => import('./paper-form.page').then((m) => m.PaperFormPage);

export const councilRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles(...INSIDE, 'committee')],
    data: { title: () => councilLabels().title },
    loadComponent: () => import('./council.page').then((m) => m.CouncilPage),
  },
  {
    path: 'papers',
    canMatch: [forRoles(...INSIDE, 'committee')],
    data: { title: () => paperLabels().title },
    loadComponent: () => import('./paper-list.page').then((m) => m.PaperListPage),
  },
  {
    path: 'papers/new',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => paperLabels().form.add },
    loadComponent: form,
  },
  {
    path: 'papers/:id',
    canMatch: [forRoles(...INSIDE, 'committee')],
    data: { title: () => paperLabels().title },
    loadComponent: () => import('./paper.page').then((m) => m.PaperPage),
  },
  {
    path: 'papers/:id/edit',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => paperLabels().form.change },
    loadComponent: form,
  },
  {
    path: 'snapshots',
    canMatch: [forRoles(...KNOWERS)],
    data: { title: () => snapshotLabels().title },
    loadComponent: () => import('./snapshots.page').then((m) => m.SnapshotsPage),
  },
  {
    path: 'snapshots/changes',
    canMatch: [forRoles(...KNOWERS)],
    data: { title: () => snapshotLabels().changesPage.title },
    loadComponent: () => import('./snapshot-changes.page').then((m) => m.SnapshotChangesPage),
  },
  {
    path: 'readings',
    canMatch: [forRoles(...KNOWERS)],
    data: { title: () => readingLabels().title },
    loadComponent: () => import('./reading-list.page').then((m) => m.ReadingListPage),
  },
  {
    path: 'readings/:id',
    canMatch: [forRoles(...KNOWERS)],
    data: { title: () => readingLabels().title },
    loadComponent: () => import('./reading.page').then((m) => m.ReadingPage),
  },
  {
    path: 'readings/:id/vote',
    canMatch: [forRoles(...WRITERS)],
    data: { title: () => motionFormLabels().voting.title },
    loadComponent: () => import('./vote.page').then((m) => m.VotePage),
  },
  {
    path: 'ask',
    canMatch: [forRoles('committee')],
    data: { title: () => snapshotLabels().ask.title },
    loadComponent: () => import('./ask.page').then((m) => m.AskPage),
  },
];
