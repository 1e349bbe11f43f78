import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { boundYearsLabels } from './bound-years.labels';

const TABS = [
  ['years', '/bound-years'],
  ['authorities', '/bound-years/authorities'],
  ['obligations', '/bound-years/obligations'],
] as const;

/** The picture of the years, and the two registers behind it. */
@Component({
  selector: 'et-bound-tabs',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<nav class="et-tabs" [attr.aria-label]="t().tabs">
    @for (tab of tabs(); track tab.link) {
      <a
        [routerLink]="tab.link"
        queryParamsHandling="preserve"
        routerLinkActive
        [routerLinkActiveOptions]="{
          paths: tab.isExact ? 'exact' : 'subset',
          queryParams: 'ignored',
          matrixParams: 'ignored',
          fragment: 'ignored',
        }"
        #active="routerLinkActive"
        [attr.aria-current]="active.isActive ? 'page' : null"
        >{{ tab.label }}</a
      >
    }
  </nav>`,
})
export class BoundTabs {
  protected readonly t = boundYearsLabels;
  protected readonly tabs = computed(() => {
    const { tabNames } = boundYearsLabels();
    return TABS.map(([name, link]) => ({ link, label: tabNames[name], isExact: name === 'years' }));
  });
}
