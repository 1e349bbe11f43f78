import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { sessionInterceptor } from '../platform/session.interceptor';
import { importLabels } from './import.labels';
import { newImportLabels } from './new-import.labels';

export const importRoutes: Routes = [
  {
    path: '',
    // The fetch client of the house cannot tell how far an upload is.
    providers: [provideHttpClient(withXhr(), withInterceptors([sessionInterceptor]))],
    children: [
      {
        path: '',
        pathMatch: 'full',
        canMatch: [forRoles('finance', 'auditor')],
        data: { title: () => importLabels().title },
        loadComponent: () => import('./imports.page').then((m) => m.ImportsPage),
      },
      {
        path: 'new',
        canMatch: [forRoles('finance')],
        data: { title: () => newImportLabels().title },
        loadComponent: () => import('./new-import.page').then((m) => m.NewImportPage),
      },
      {
        path: ':importId',
        canMatch: [forRoles('finance', 'auditor')],
        data: { title: () => importLabels().title },
        loadComponent: () => import('./import-run.page').then((m) => m.ImportRunPage),
      },
    ],
  },
];
