import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { authorityLabels } from './authority.labels';

type Part = Exclude<keyof ReturnType<typeof authorityLabels>, 'tabs'>;

/** The parts that stand, in the order in which an office looks for them. */
const PARTS: readonly Part[] = ['transfers', 'pools', 'locks'];

/** What changes the authority of a year after the plan: one tab a question. */
@Component({
  selector: 'et-authority-tabs',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<nav class="et-tabs" [attr.aria-label]="t().tabs">
    @for (tab of tabs(); track tab.link) {
      <a
        [routerLink]="tab.link"
        routerLinkActive
        #active="routerLinkActive"
        [attr.aria-current]="active.isActive ? 'page' : null"
        >{{ tab.label }}</a
      >
    }
  </nav>`,
})
export class AuthorityTabs {
  protected readonly t = authorityLabels;
  protected readonly tabs = computed(() => {
    const words = authorityLabels();
    return PARTS.map((part) => ({ link: `/authority/${part}`, label: words[part] }));
  });
}
