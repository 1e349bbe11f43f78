import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { siteLabels } from './site.labels';

const TABS = [
  ['sites', '/sites'],
  ['keys', '/sites/keys'],
] as const;

/** The register of sites and the keys of what they share. */
@Component({
  selector: 'et-site-tabs',
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
export class SiteTabs {
  protected readonly t = siteLabels;
  protected readonly NO_FILTER = { q: null, kind: null, zone: null, closed: null };
  protected readonly EXACT = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  } as const;
  protected readonly tabs = computed(() => {
    const { tabNames } = siteLabels();
    return TABS.map(([name, link]) => ({ link, label: tabNames[name] }));
  });
}
