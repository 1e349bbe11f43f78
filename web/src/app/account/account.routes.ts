import type { Routes } from '@angular/router';
import { accountLabels } from './account.labels';

export const accountRoutes: Routes = [
  {
    path: '',
    data: { title: () => accountLabels().title },
    loadComponent: () => import('./account.page').then((m) => m.AccountPage),
  },
];
