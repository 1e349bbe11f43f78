import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { PageTabs } from '../ui/tabs/page-tabs';
import { boundYearsLabels } from './bound-years.labels';

const TABS = [
  ['years', '/bound-years'],
  ['authorities', '/bound-years/authorities'],
  ['obligations', '/bound-years/obligations'],
] as const;

/** The picture of the years, and the two registers behind it. What one of them is narrowed to means nothing in the others. */
@Component({
  selector: 'et-bound-tabs',
  imports: [PageTabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-tabs [label]="t().tabs" [tabs]="tabs()" [forgets]="NO_FILTER" />`,
})
export class BoundTabs {
  protected readonly t = boundYearsLabels;
  protected readonly NO_FILTER = { of: null, frame: null, plan: null };
  protected readonly tabs = computed(() => {
    const { tabNames } = boundYearsLabels();
    return TABS.map(([name, link]) => ({ link, label: tabNames[name] }));
  });
}
