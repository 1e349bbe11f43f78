import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '../ui/button/button';
import { PageHead } from '../ui/page-head/page-head';
import { gateLabels } from './gate.labels';

/** A form that another role fills in: what that means, and the way on. */
@Component({
  selector: 'et-not-yours-page',
  imports: [Button, PageHead, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-head [question]="t().notYoursTitle">{{ t().notYoursLead }} {{ t().notYoursHelp }}</et-page-head>
    <div class="et-actions">
      <a etButton="primary" routerLink="/">{{ t().toStart }}</a>
    </div>`,
})
export class NotYoursPage {
  protected readonly t = gateLabels;
}
