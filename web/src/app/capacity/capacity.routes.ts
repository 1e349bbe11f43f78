import type { Routes } from '@angular/router';
import { forRoles } from '../platform/access.guard';
import { capacityLabels } from './capacity.labels';
import { outlookRoutes } from './outlook.routes';
import { postRoutes } from './post.routes';
import { taskRoutes } from './task.routes';

export const capacityRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles('finance', 'auditor', 'department_head', 'clerk', 'coordinator', 'personnel_office')],
    data: { title: () => capacityLabels().title },
    loadComponent: () => import('./capacity.page').then((m) => m.CapacityPage),
  },
  ...outlookRoutes,
  ...postRoutes,
  ...taskRoutes,
];
