import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { PageTabs } from '../ui/tabs/page-tabs';
import { unitLabels } from './unit.labels';

/** Units and people, side by side. */
@Component({
  selector: 'et-organization-tabs',
  imports: [PageTabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-tabs [label]="t().tabs" [tabs]="tabs()" [forgets]="NO_FILTER" />`,
})
export class OrganizationTabs {
  protected readonly t = unitLabels;
  protected readonly NO_FILTER = { asOf: null, unit: null, q: null, status: null, role: null };
  protected readonly tabs = computed(() => {
    const words = unitLabels();
    return [
      { link: '/organization/units', label: words.tabUnits },
      { link: '/organization/users', label: words.tabUsers },
    ];
  });
}
