import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Permissions } from '../platform/permission';
import { PageTabs } from '../ui/tabs/page-tabs';
import { postLabels } from './post.labels';

/** Single posts, which only the personnel office and the auditor see, and the printed plan, which is public. */
@Component({
  selector: 'et-post-tabs',
  imports: [PageTabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (seesPosts()) {
    <et-page-tabs [label]="t().tabs" [tabs]="tabs()" [forgets]="NO_FILTER" />
  }`,
})
export class PostTabs {
  private readonly permissions = inject(Permissions);
  protected readonly t = postLabels;
  protected readonly NO_FILTER = { q: null, unit: null, state: null };
  protected readonly seesPosts = computed(() => this.permissions.has('staffing.read'));
  protected readonly tabs = computed(() => {
    const { tabNames } = postLabels();
    return [
      { link: '/capacity/posts', label: tabNames.posts },
      { link: '/capacity/posts/plan', label: tabNames.plan },
    ];
  });
}
