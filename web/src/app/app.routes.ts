import { inject } from '@angular/core';
import type { Route, Routes } from '@angular/router';
import { NOT_YOURS, requireSession } from './platform/access.guard';
import { SessionStore } from './platform/session.store';
import { gateLabels } from './shell/gate.labels';
import { landingOf } from './shell/navigation';
import { shellLabels } from './shell/shell.labels';

interface Feature {
  readonly path: string;
  readonly loadChildren: () => Promise<Routes>;
}

/**
 * Every feature brings its own table and is loaded when it is first needed. Addresses are those of `shell/navigation.ts`.
 * A role's landing page is the first entry of its navigation.
 */
const FEATURES: readonly Feature[] = [
  { path: 'account', loadChildren: () => import('./account/account.routes').then((m) => m.accountRoutes) },
  { path: 'audit', loadChildren: () => import('./audit/audit.routes').then((m) => m.auditRoutes) },
  { path: 'authority', loadChildren: () => import('./authority/authority.routes').then((m) => m.authorityRoutes) },
  { path: 'benefits', loadChildren: () => import('./benefit/benefit.routes').then((m) => m.benefitRoutes) },
  {
    path: 'bound-years',
    loadChildren: () => import('./bound-years/bound-years.routes').then((m) => m.boundYearsRoutes),
  },
  { path: 'budget', loadChildren: () => import('./budget/budget.routes').then((m) => m.budgetRoutes) },
  { path: 'capacity', loadChildren: () => import('./capacity/capacity.routes').then((m) => m.capacityRoutes) },
  { path: 'contracts', loadChildren: () => import('./contract/contract.routes').then((m) => m.contractRoutes) },
  { path: 'council', loadChildren: () => import('./council/council.routes').then((m) => m.councilRoutes) },
  { path: 'dashboard', loadChildren: () => import('./dashboard/dashboard.routes').then((m) => m.dashboardRoutes) },
  {
    path: 'demands/decide',
    loadChildren: () => import('./portfolio/portfolio.routes').then((m) => m.portfolioRoutes),
  },
  { path: 'demands', loadChildren: () => import('./demand/demand.routes').then((m) => m.demandRoutes) },
  { path: 'devices', loadChildren: () => import('./device/device.routes').then((m) => m.deviceRoutes) },
  { path: 'import', loadChildren: () => import('./import/import.routes').then((m) => m.importRoutes) },
  { path: 'inbox', loadChildren: () => import('./inbox/inbox.routes').then((m) => m.inboxRoutes) },
  { path: 'operations', loadChildren: () => import('./operations/operations.routes').then((m) => m.operationsRoutes) },
  {
    path: 'organization',
    loadChildren: () => import('./organization/organization.routes').then((m) => m.organizationRoutes),
  },
  { path: 'outcomes', loadChildren: () => import('./outcome/outcome.routes').then((m) => m.outcomeRoutes) },
  { path: 'planning', loadChildren: () => import('./planning/planning.routes').then((m) => m.planningRoutes) },
  { path: 'projects', loadChildren: () => import('./project/project.routes').then((m) => m.projectRoutes) },
  { path: 'rollouts', loadChildren: () => import('./rollout/rollout.routes').then((m) => m.rolloutRoutes) },
  {
    path: 'reconciliation',
    loadChildren: () => import('./reconciliation/reconciliation.routes').then((m) => m.reconciliationRoutes),
  },
  { path: 'desks', loadChildren: () => import('./inventory/inventory.routes').then((m) => m.deskRoutes) },
  { path: 'offers', loadChildren: () => import('./inventory/inventory.routes').then((m) => m.offerRoutes) },
  { path: 'processes', loadChildren: () => import('./inventory/inventory.routes').then((m) => m.processRoutes) },
  { path: 'systems', loadChildren: () => import('./inventory/inventory.routes').then((m) => m.systemRoutes) },
  { path: 'trainings', loadChildren: () => import('./inventory/inventory.routes').then((m) => m.trainingRoutes) },
  { path: 'services', loadChildren: () => import('./inventory/inventory.routes').then((m) => m.serviceRoutes) },
  { path: 'year-end', loadChildren: () => import('./year-end/year-end.routes').then((m) => m.yearEndRoutes) },
  { path: 'sites', loadChildren: () => import('./site/site.routes').then((m) => m.siteRoutes) },
  { path: 'settings', loadChildren: () => import('./settings/settings.routes').then((m) => m.settingsRoutes) },
];

const NOT_FOUND: Route = {
  path: '**',
  data: { title: () => gateLabels().notFoundTitle },
  loadComponent: () => import('./shell/not-found.page').then((m) => m.NotFoundPage),
};

/** A feature whose first page is not for the role would match with nothing in it, and the page would stay blank. */
function closed({ path, loadChildren }: Feature): Route {
  return { path, loadChildren: async () => [...(await loadChildren()), NOT_FOUND] };
}

export const routes: Routes = [
  {
    path: 'login',
    data: { title: () => gateLabels().loginTitle },
    loadComponent: () => import('./shell/login.page').then((m) => m.LoginPage),
  },
  {
    // The address in invitations; people see it, so it is German.
    path: 'zugang',
    data: { title: () => gateLabels().linkTitle },
    children: ['', ':token'].map((path) => ({
      path,
      pathMatch: 'full' as const,
      loadComponent: () => import('./shell/accept-link.page').then((m) => m.AcceptLinkPage),
    })),
  },
  {
    path: '',
    canActivate: [requireSession],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      {
        path: '',
        pathMatch: 'full',
        redirectTo: () =>
          landingOf(
            inject(SessionStore)
              .roles()
              .map((entry) => entry.role),
          ),
      },
      {
        path: 'help',
        data: { title: () => shellLabels().entries.help },
        loadComponent: () => import('./shell/reading-guide.page').then((m) => m.ReadingGuidePage),
      },
      {
        path: NOT_YOURS,
        data: { title: () => gateLabels().notYoursTitle },
        loadComponent: () => import('./shell/not-yours.page').then((m) => m.NotYoursPage),
      },
      ...FEATURES.map(closed),
      NOT_FOUND,
    ],
  },
];
