import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { PageTabs } from '../ui/tabs/page-tabs';
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
  imports: [PageTabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-tabs [label]="t().tabs" [tabs]="tabs()" [forgets]="NO_FILTER" />`,
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
  protected readonly tabs = computed(() => {
    const { tabNames } = contractLabels();
    return TABS.map(([name, link]) => ({ link, label: tabNames[name] }));
  });
}
