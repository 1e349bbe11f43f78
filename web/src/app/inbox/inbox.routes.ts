import type { Routes } from '@angular/router';
import { inboxLabels } from './inbox.labels';

export const inboxRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    data: { title: () => inboxLabels().title },
    loadComponent: () => import('./inbox.page').then((m) => m.InboxPage),
  },
];
