import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { outlookTitles } from './outlook-title.labels';

const READERS = forRoles('finance', 'auditor', 'department_head', 'clerk', 'coordinator', 'personnel_office');

/** The year of a unit, questions "what if", the release ledger and the calculator of the service desk. */
export const outlookRoutes: Routes = [
  {
    path: 'units/:unitId',
    pathMatch: 'full',
    canMatch: [READERS],
    data: { title: () => outlookTitles().unit },
    loadComponent: () => import('./unit.page').then((m) => m.UnitPage),
  },
  {
    path: 'units/:unitId/go-live/:taskId',
    canMatch: [forRoles('department_head', 'personnel_office')],
    data: { title: () => outlookTitles().goLive },
    loadComponent: () => import('./go-live.page').then((m) => m.GoLivePage),
  },
  {
    path: 'what-if',
    canMatch: [READERS],
    data: { title: () => outlookTitles().whatIf },
    loadComponent: () => import('./what-if.page').then((m) => m.WhatIfPage),
  },
  {
    path: 'scenarios',
    canMatch: [READERS],
    data: { title: () => outlookTitles().scenarios },
    loadComponent: () => import('./scenario-compare.page').then((m) => m.ScenarioComparePage),
  },
  {
    path: 'releases',
    canMatch: [READERS],
    data: { title: () => outlookTitles().releases },
    loadComponent: () => import('./release.page').then((m) => m.ReleasePage),
  },
  {
    path: 'service-desk',
    canMatch: [READERS],
    data: { title: () => outlookTitles().desk },
    loadComponent: () => import('./desk.page').then((m) => m.DeskPage),
  },
];
