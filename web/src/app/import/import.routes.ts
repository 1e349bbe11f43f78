import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { sessionInterceptor } from '../platform/session.interceptor';
import { importLabels } from './import.labels';
import { mappingLabels } from './mapping.labels';
import { newImportLabels } from './new-import.labels';
import { profileLabels } from './profile.labels';

/** Who brings files in: finance all of them, the others those whose figures they keep. */
const KEEPERS = ['finance', 'department_head', 'personnel_office'] as const;
const READERS = [...KEEPERS, 'auditor'] as const;

export const importRoutes: Routes = [
  {
    path: '',
    // The fetch client of the house cannot tell how far an upload is.
    providers: [provideHttpClient(withXhr(), withInterceptors([sessionInterceptor]))],
    children: [
      {
        path: '',
        pathMatch: 'full',
        canMatch: [forRoles(...READERS)],
        data: { title: () => importLabels().title },
        loadComponent: () => import('./imports.page').then((m) => m.ImportsPage),
      },
      {
        path: 'new',
        canMatch: [forRoles(...KEEPERS)],
        data: { title: () => newImportLabels().title },
        loadComponent: () => import('./new-import.page').then((m) => m.NewImportPage),
      },
      {
        path: 'profiles',
        canMatch: [forRoles('finance', 'auditor')],
        data: { title: () => profileLabels().title },
        loadComponent: () => import('./profiles.page').then((m) => m.ProfilesPage),
      },
      {
        path: 'batches/:batchId',
        canMatch: [forRoles(...READERS)],
        data: { title: () => importLabels().batch },
        loadComponent: () => import('./batch.page').then((m) => m.BatchPage),
      },
      {
        path: ':importId/mapping',
        canMatch: [forRoles(...KEEPERS)],
        data: { title: () => mappingLabels().title },
        loadComponent: () => import('./mapping.page').then((m) => m.MappingPage),
      },
      {
        path: ':importId',
        canMatch: [forRoles(...READERS)],
        data: { title: () => importLabels().title },
        loadComponent: () => import('./import-run.page').then((m) => m.ImportRunPage),
      },
    ],
  },
];
