import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Permissions } from '../platform/permission';
import { PageTabs } from '../ui/tabs/page-tabs';
import { demandLabels } from './demand.labels';

const TABS = [
  ['list', '/demands'],
  ['queue', '/demands/queue'],
  ['board', '/demands/board'],
  ['round', '/demands/round'],
  ['catalogue', '/demands/catalogue'],
  ['workflow', '/demands/workflow'],
] as const;

/** Questions that are asked of the demands of a round. */
@Component({
  selector: 'et-demand-tabs',
  imports: [PageTabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-tabs [label]="t().tabs" [tabs]="tabs()" [forgets]="NO_FILTER" />`,
})
export class DemandTabs {
  private readonly permissions = inject(Permissions);
  protected readonly t = demandLabels;
  protected readonly NO_FILTER = { q: null, state: null, frame: null, kind: null, mine: null, late: null, all: null };
  protected readonly tabs = computed(() => {
    const { tabNames } = demandLabels();
    return TABS.filter(([name]) => name !== 'queue' || this.permissions.has('demand.review')).map(([name, link]) => ({
      link,
      label: tabNames[name],
    }));
  });
}
