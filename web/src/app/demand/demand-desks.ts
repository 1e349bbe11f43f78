import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { Demand, ReviewerDesk } from '@etatlotse/contracts/demand/plain';
import { Button } from '../ui/button/button';
import { formatDate, formatDateTime } from '../ui/date/format';
import { Tag } from '../ui/tag/tag';
import { REVIEW_LOOKS } from './demand-look';
import { demandPageLabels } from './demand-page.labels';
import { demandLabels } from './demand.labels';

/** What the four desks say, side by side; each sees the answers of the others. */
@Component({
  selector: 'et-demand-desks',
  imports: [Button, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demand-desks.html',
})
export class DemandDesks {
  readonly demand = input.required<Demand>();
  readonly examined = output<ReviewerDesk>();
  protected readonly t = demandPageLabels;
  protected readonly words = demandLabels;
  protected readonly reviewLooks = REVIEW_LOOKS;
  protected readonly date = formatDate;
  protected readonly instant = formatDateTime;
}
