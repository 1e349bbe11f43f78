import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { Permission } from '@etatlotse/domain/access';
import { Permissions } from '../platform/permission';
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

/** What changes the authority of a year after the plan: one tab a question. */
@Component({
  selector: 'et-authority-tabs',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (tabs().length > 1) {
    <nav class="et-tabs" [attr.aria-label]="t().tabs">
      @for (tab of tabs(); track tab.link) {
        <a
          [routerLink]="tab.link"
          queryParamsHandling="preserve"
          routerLinkActive
          #active="routerLinkActive"
          [attr.aria-current]="active.isActive ? 'page' : null"
          >{{ tab.label }}</a
        >
      }
    </nav>
  }`,
})
export class AuthorityTabs {
  private readonly permissions = inject(Permissions);
  protected readonly t = authorityLabels;
  protected readonly tabs = computed(() => {
    const words = authorityLabels();
    return PARTS.filter(({ permission }) => this.permissions.has(permission)).map(({ part }) => ({
      link: `/authority/${part}`,
      label: words[part],
    }));
  });
}
