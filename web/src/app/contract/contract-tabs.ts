import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { contractLabels } from './contract.labels';

const TABS = [
  ['register', '/contracts'],
  ['deadlines', '/contracts/deadlines'],
  ['endings', '/contracts/endings'],
  ['fees', '/contracts/fees'],
  ['invoices', '/contracts/invoices'],
] as const;

/** The register and the questions that are asked of it. Filters of one list mean nothing in another; the year stays. */
@Component({
  selector: 'et-contract-tabs',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<nav class="et-tabs" [attr.aria-label]="t().tabs">
    @for (tab of tabs(); track tab.link) {
      <a
        [routerLink]="tab.link"
        [queryParams]="NO_FILTER"
        queryParamsHandling="merge"
        routerLinkActive
        [routerLinkActiveOptions]="EXACT"
        #active="routerLinkActive"
        [attr.aria-current]="active.isActive ? 'page' : null"
        >{{ tab.label }}</a
      >
    }
  </nav>`,
})
export class ContractTabs {
  protected readonly t = contractLabels;
  protected readonly NO_FILTER = {
    q: null,
    unit: null,
    frame: null,
    kind: null,
    within: null,
    vendor: null,
    line: null,
    ended: null,
    zone: null,
  };
  protected readonly EXACT = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  } as const;
  protected readonly tabs = computed(() => {
    const { tabNames } = contractLabels();
    return TABS.map(([name, link]) => ({ link, label: tabNames[name] }));
  });
}
