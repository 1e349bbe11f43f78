import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

export interface PageTab {
  readonly link: string;
  readonly label: string;
}

/** Pages that ask different questions of one register. Filters named in `forgets` mean nothing on the other pages; the rest of the address stays. */
@Component({
  selector: 'et-page-tabs',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<nav class="et-tabs" [attr.aria-label]="label()">
    @for (tab of tabs(); track tab.link) {
      <a
        [routerLink]="tab.link"
        [queryParams]="forgets()"
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
export class PageTabs {
  readonly label = input.required<string>();
  readonly tabs = input.required<readonly PageTab[]>();
  readonly forgets = input<Readonly<Record<string, null>>>({});
  protected readonly EXACT = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  } as const;
}
