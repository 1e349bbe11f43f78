import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '../ui/button/button';
import { PageHead } from '../ui/page-head/page-head';
import { gateLabels } from './gate.labels';
import { Shortcuts } from './shortcuts';

@Component({
  selector: 'et-not-found-page',
  imports: [Button, PageHead, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-head [question]="t().notFoundTitle">{{ t().notFoundLead }}</et-page-head>
    <div class="et-actions">
      <a etButton="primary" routerLink="/">{{ t().toStart }}</a>
      <button type="button" etButton="secondary" icon="search" (click)="shortcuts.searchOpen.set(true)">
        {{ t().toSearch }}
      </button>
    </div>`,
})
export class NotFoundPage {
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly t = gateLabels;
}
