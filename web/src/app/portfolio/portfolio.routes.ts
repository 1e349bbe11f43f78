import type { Routes } from '@angular/router';
import { PORTFOLIO_PATHS } from '@etatlotse/contracts/portfolio/plain';
import { forRoles } from '../platform/access.guard';
import { asksAhead } from '../platform/ahead';
import { portfolioLabels } from './portfolio.labels';

export const portfolioRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canMatch: [forRoles('finance', 'auditor')],
    canActivate: [asksAhead(PORTFOLIO_PATHS.current)],
    data: { title: () => portfolioLabels().title },
    loadComponent: () => import('./decision.page').then((m) => m.DecisionPage),
  },
];
