import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { formatNumber } from '../ui/amount/format';
import { PageTabs } from '../ui/tabs/page-tabs';
import { ApprovalCount } from './approval-count.store';
import { settingsLabels } from './settings.labels';

/** The three parts of the settings. The number says how many requests wait for this person. */
@Component({
  selector: 'et-settings-tabs',
  imports: [PageTabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-tabs [label]="t().tabs" [tabs]="tabs()" [forgets]="NO_FILTER" />`,
})
export class SettingsTabs {
  private readonly waiting = inject(ApprovalCount).count;
  protected readonly t = settingsLabels;
  protected readonly NO_FILTER = { state: null };
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
