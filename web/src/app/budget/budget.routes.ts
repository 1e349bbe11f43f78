import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { bookingLabels } from './booking.labels';
import { forecastLabels } from './forecast.labels';
import { lineFormLabels } from './line-form.labels';
import { lineLabels } from './line.labels';
import { linesLabels } from './lines.labels';
import { provisionalLabels } from './provisional.labels';

const READERS = ['finance', 'auditor', 'department_head', 'clerk', 'coordinator'] as const;

export const budgetRoutes: Routes = [
  {
    path: 'lines',
    canMatch: [forRoles(...READERS)],
    data: { title: () => linesLabels().title },
    loadComponent: () => import('./lines.page').then((m) => m.LinesPage),
  },
  {
    path: 'lines/new',
    canMatch: [forRoles('finance')],
    data: { title: () => lineFormLabels().titleNew },
    loadComponent: () => import('./line-form.page').then((m) => m.LineFormPage),
  },
  {
    path: 'lines/:lineId/edit',
    canMatch: [forRoles('finance')],
    data: { title: () => lineFormLabels().edit },
    loadComponent: () => import('./line-form.page').then((m) => m.LineFormPage),
  },
  {
    path: 'lines/:lineId',
    canMatch: [forRoles(...READERS)],
    data: { title: () => lineLabels().title },
    loadComponent: () => import('./line.page').then((m) => m.LinePage),
  },
  {
    path: 'forecast',
    canMatch: [forRoles(...READERS)],
    data: { title: () => forecastLabels().title },
    loadComponent: () => import('./forecast.page').then((m) => m.ForecastPage),
  },
  {
    path: 'provisional',
    canMatch: [forRoles(...READERS)],
    data: { title: () => provisionalLabels().title },
    loadComponent: () => import('./provisional.page').then((m) => m.ProvisionalPage),
  },
  {
    path: 'book',
    canMatch: [forRoles('finance', 'clerk')],
    data: { title: () => bookingLabels().title },
    loadComponent: () => import('./booking.page').then((m) => m.BookingPage),
  },
];
