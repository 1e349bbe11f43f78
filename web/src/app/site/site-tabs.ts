import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { PageTabs } from '../ui/tabs/page-tabs';
import { siteLabels } from './site.labels';

const TABS = [
  ['sites', '/sites'],
  ['keys', '/sites/keys'],
] as const;

/** The register of sites and the keys of what they share. */
@Component({
  selector: 'et-site-tabs',
  imports: [PageTabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-tabs [label]="t().tabs" [tabs]="tabs()" [forgets]="NO_FILTER" />`,
})
export class SiteTabs {
  protected readonly t = siteLabels;
  protected readonly NO_FILTER = { q: null, kind: null, zone: null, closed: null };
  protected readonly tabs = computed(() => {
    const { tabNames } = siteLabels();
    return TABS.map(([name, link]) => ({ link, label: tabNames[name] }));
  });
}
