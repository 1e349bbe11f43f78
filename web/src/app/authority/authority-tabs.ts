import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { Permission } from '@etatlotse/domain/access';
import { Permissions } from '../platform/permission';
import { PageTabs } from '../ui/tabs/page-tabs';
import { authorityLabels } from './authority.labels';

type Part = Exclude<keyof ReturnType<typeof authorityLabels>, 'tabs'>;

/** The parts that stand, in the order in which an office looks for them, each for those who may read it. */
const PARTS: readonly { readonly part: Part; readonly permission: Permission }[] = [
  { part: 'extra', permission: 'extra.read' },
  { part: 'transfers', permission: 'budget.read' },
  { part: 'pools', permission: 'budget.read' },
  { part: 'locks', permission: 'budget.read' },
  { part: 'earmarks', permission: 'budget.read' },
  { part: 'rules', permission: 'rule.read' },
];

/** What changes the authority of a year after the plan: one tab a question. A state of one list means nothing in another. */
@Component({
  selector: 'et-authority-tabs',
  imports: [PageTabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (tabs().length > 1) {
    <et-page-tabs [label]="t().tabs" [tabs]="tabs()" [forgets]="NO_FILTER" />
  }`,
})
export class AuthorityTabs {
  private readonly permissions = inject(Permissions);
  protected readonly t = authorityLabels;
  protected readonly NO_FILTER = { state: null };
  protected readonly tabs = computed(() => {
    const words = authorityLabels();
    return PARTS.filter(({ permission }) => this.permissions.has(permission)).map(({ part }) => ({
      link: `/authority/${part}`,
      label: words[part],
    }));
  });
}
