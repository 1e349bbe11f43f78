import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { unitLabels } from './unit.labels';

/** Units and people, side by side. */
@Component({
  selector: 'et-organization-tabs',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<nav class="et-tabs" [attr.aria-label]="t().tabs">
    <a routerLink="/organization/units" routerLinkActive ariaCurrentWhenActive="page">{{ t().tabUnits }}</a>
    <a routerLink="/organization/users" routerLinkActive ariaCurrentWhenActive="page">{{ t().tabUsers }}</a>
  </nav>`,
})
export class OrganizationTabs {
  protected readonly t = unitLabels;
}
