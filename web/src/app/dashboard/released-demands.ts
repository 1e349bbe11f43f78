import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { SnapshotDemand, SnapshotDemands } from '@etatlotse/contracts/snapshot/plain';
import { formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { PhoneCards } from '../ui/table/phone-cards';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { releasedPartLabels } from './released-parts.labels';

const LOOKS: Readonly<Record<SnapshotDemand['decision'], 'ok' | 'warn' | 'plain'>> = {
  adopted: 'ok',
  deferred: 'warn',
  rejected: 'plain',
};

/** Demands that were decided on since the snapshot before. */
@Component({
  selector: 'et-released-demands',
  imports: [PhoneCards, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().demandsQuestion }}</h2>
    <p class="et-finding">{{ finding() }}</p>
    @if (demands().rows.length > 0) {
      <et-scroll [label]="t().demandsQuestion">
        <table etPhoneCards class="et-table et-cards--pairs">
          <thead>
            <tr>
              <th scope="col">{{ t().demand }}</th>
              <th scope="col">{{ t().unit }}</th>
              <th scope="col">{{ t().decision }}</th>
              <th scope="col">{{ t().decidedOn }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of demands().rows; track row.id) {
              <tr>
                <th scope="row">
                  {{ row.title }}
                  <small class="et-under et-muted">{{ t().demandNumber(row.number) }}</small>
                </th>
                <td [attr.data-label]="t().unit">{{ row.unit }}</td>
                <td [attr.data-label]="t().decision">
                  <et-tag [kind]="looks[row.decision]">{{ t().decisions[row.decision] }}</et-tag>
                </td>
                <td class="et-num" [attr.data-label]="t().decidedOn">{{ date(row.decidedOn) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    }`,
})
export class ReleasedDemands {
  readonly demands = input.required<SnapshotDemands>();
  protected readonly t = releasedPartLabels;
  protected readonly looks = LOOKS;
  protected readonly date = formatDate;
  protected readonly finding = computed(() => {
    const { since, rows } = this.demands();
    if (rows.length === 0) return this.t().demandsNone(formatDate(since));
    const adopted = rows.filter(({ decision }) => decision === 'adopted').length;
    return this.t().demandsFinding(formatNumber(adopted), formatNumber(rows.length), formatDate(since));
  });
}
