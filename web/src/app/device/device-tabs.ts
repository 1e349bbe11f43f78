import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { PageTabs } from '../ui/tabs/page-tabs';
import { deviceLabels } from './device.labels';

const TABS = [
  ['stock', '/devices'],
  ['demand', '/devices/demand'],
  ['kinds', '/devices/kinds'],
  ['sets', '/devices/sets'],
] as const;

/** The questions that are asked of devices. Filters of one mean nothing in another; the year stays. */
@Component({
  selector: 'et-device-tabs',
  imports: [PageTabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-tabs [label]="t().tabs" [tabs]="tabs()" [forgets]="NO_FILTER" />`,
})
export class DeviceTabs {
  protected readonly t = deviceLabels;
  protected readonly NO_FILTER = {
    q: null,
    kind: null,
    site: null,
    unit: null,
    zone: null,
    frame: null,
    due: null,
    dueYear: null,
    gone: null,
    of: null,
  };
  protected readonly tabs = computed(() => {
    const { tabNames } = deviceLabels();
    return TABS.map(([name, link]) => ({ link, label: tabNames[name] }));
  });
}
