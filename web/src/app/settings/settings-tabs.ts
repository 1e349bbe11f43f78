import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { formatNumber } from '../ui/amount/format';
import { ApprovalCount } from './approval-count.store';
import { settingsLabels } from './settings.labels';

/** The three parts of the settings. The number says how many requests wait for this person. */
@Component({
  selector: 'et-settings-tabs',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<nav class="et-tabs" [attr.aria-label]="t().tabs">
    @for (tab of tabs(); track tab.link) {
      <a
        [routerLink]="tab.link"
        routerLinkActive
        #active="routerLinkActive"
        [routerLinkActiveOptions]="exact"
        [attr.aria-current]="active.isActive ? 'page' : null"
        >{{ tab.label }}</a
      >
    }
  </nav>`,
})
export class SettingsTabs {
  private readonly waiting = inject(ApprovalCount).count;
  protected readonly t = settingsLabels;
  protected readonly exact = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
  protected readonly tabs = computed(() => {
    const words = settingsLabels();
    const count = this.waiting();
    return [
      { link: '/settings', label: words.tabYears },
      { link: '/settings/approvals', label: count ? words.tabApprovalsOf(formatNumber(count)) : words.tabApprovals },
      { link: '/settings/city', label: words.tabCity },
    ];
  });
}
