import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PlanStepRow } from '@etatlotse/contracts/planning/plain';
import { formatDateTime } from '../ui/date/format';
import { planningLabels } from './planning.labels';

/** Every step so far: who took it, who agreed, why. */
@Component({
  selector: 'et-plan-history',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().history }}</h2>
    @if (history().length === 0) {
      <p class="et-muted et-section--close">{{ t().historyNone }}</p>
    } @else {
      <ol class="et-plan__history">
        @for (row of history(); track $index) {
          <li>
            <p>{{ t().stateSince(t().stepsDone[row.step]) }}</p>
            <p class="et-tiny et-muted">{{ whoAndWhen(row) }}</p>
            @if (row.reason) {
              <p class="et-small">{{ row.reason }}</p>
            }
          </li>
        }
      </ol>
    }
  </section>`,
})
export class PlanHistory {
  readonly history = input.required<readonly PlanStepRow[]>();
  protected readonly t = planningLabels;

  protected whoAndWhen(row: PlanStepRow): string {
    const words = planningLabels();
    const who = row.takenBy ?? words.system;
    const when = formatDateTime(row.takenAt);
    return row.approvedBy === null ? words.historyBy(who, when) : words.historyBoth(who, row.approvedBy, when);
  }
}
