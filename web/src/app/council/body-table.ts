import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { CouncilBodyRow } from '@etatlotse/contracts/council/plain';
import { formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { councilLabels } from './council.labels';

/** The bodies in the order in which they are asked. */
@Component({
  selector: 'et-body-table',
  imports: [Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().bodies">
    <table class="et-table et-cards et-cards--pairs">
      <thead>
        <tr>
          <th scope="col">{{ t().body }}</th>
          <th scope="col">{{ t().kind }}</th>
          <th scope="col">{{ t().budget }}</th>
          <th scope="col">{{ t().leadTime }}</th>
          <th scope="col">{{ t().next }}</th>
          @if (mayWrite()) {
            <th scope="col">{{ t().act }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (body of bodies(); track body.id) {
          <tr>
            <th scope="row">
              {{ body.name }}
              @if (body.isDemo) {
                <small class="et-under et-muted">{{ t().demo }}</small>
              }
              @if (body.isArchived) {
                <et-tag icon="cancel">{{ t().archived }}</et-tag>
              }
            </th>
            <td [attr.data-label]="t().kind">{{ t().kinds[body.kind] }}</td>
            <td [attr.data-label]="t().budget">{{ body.isForBudget ? t().yes : t().no }}</td>
            <td class="et-num" [attr.data-label]="t().leadTime">{{ leadText(body) }}</td>
            <td class="et-num" [attr.data-label]="t().next">
              {{ body.nextMeetingOn ? date(body.nextMeetingOn) : t().nextNone }}
            </td>
            @if (mayWrite()) {
              <td>
                <button type="button" class="et-link-button" (click)="edit.emit(body)">
                  {{ t().edit }}
                </button>
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  </et-scroll>`,
})
export class BodyTable {
  readonly bodies = input.required<readonly CouncilBodyRow[]>();
  readonly mayWrite = input(false);
  readonly edit = output<CouncilBodyRow>();
  protected readonly t = councilLabels;
  protected readonly date = formatDate;

  protected leadText({ paperLeadDays }: CouncilBodyRow): string {
    return paperLeadDays === 1 ? this.t().leadDay : this.t().leadDays(formatNumber(paperLeadDays));
  }
}
