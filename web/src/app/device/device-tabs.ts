import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
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
  protected readonly EXACT = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  } as const;
  protected readonly tabs = computed(() => {
    const { tabNames } = deviceLabels();
    return TABS.map(([name, link]) => ({ link, label: tabNames[name] }));
  });
}
