import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { MeetingRow } from '@etatlotse/contracts/council/plain';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { councilLabels } from './council.labels';
import { Deadlines } from './deadlines';

/** Meetings by day, with the last day for papers. */
@Component({
  selector: 'et-meeting-table',
  imports: [Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().meetings">
    <table class="et-table et-cards et-cards--pairs">
      <thead>
        <tr>
          <th scope="col">{{ t().day }}</th>
          <th scope="col">{{ t().body }}</th>
          <th scope="col">{{ t().due }}</th>
          @if (hasStates()) {
            <th scope="col">{{ t().state }}</th>
          }
          @if (mayWrite()) {
            <th scope="col">{{ t().act }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr>
            <th scope="row" class="et-num">{{ date(row.heldOn) }}</th>
            <td [attr.data-label]="t().body">
              {{ row.body.name }}
            </td>
            <td class="et-num" [attr.data-label]="t().due">
              @if (row.cancelledOn === null) {
                {{ date(row.papersDueOn) }}
                @if (dueText(row); as text) {
                  <small class="et-under et-muted">{{ text }}</small>
                }
              }
            </td>
            @if (hasStates()) {
              <td [attr.data-label]="t().state">
                @if (row.cancelledOn) {
                  <et-tag kind="warn" icon="cancel">{{ t().cancelled }}</et-tag>
                  <small class="et-under et-muted">{{ row.cancelReason }}</small>
                } @else if (row.movedFrom) {
                  <et-tag icon="swap_horiz">{{ t().movedFrom(date(row.movedFrom)) }}</et-tag>
                }
              </td>
            }
            @if (mayWrite()) {
              <td>
                @if (row.cancelledOn === null && !isOver(row.heldOn)) {
                  <span class="et-actions">
                    <button type="button" class="et-link-button" (click)="move.emit(row)">
                      {{ t().move }}
                    </button>
                    <button type="button" class="et-link-button" (click)="callOff.emit(row)">
                      {{ t().cancel }}
                    </button>
                  </span>
                }
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  </et-scroll>`,
})
export class MeetingTable {
  readonly rows = input.required<readonly MeetingRow[]>();
  readonly mayWrite = input(false);
  readonly move = output<MeetingRow>();
  readonly callOff = output<MeetingRow>();
  private readonly deadlines = inject(Deadlines);
  protected readonly t = councilLabels;
  protected readonly date = formatDate;
  /** A meeting as planned has nothing to say about itself; a column of gaps would ask for it. */
  protected readonly hasStates = computed(() =>
    this.rows().some(({ cancelledOn, movedFrom }) => cancelledOn !== null || movedFrom !== null),
  );
  protected readonly isOver = (day: string): boolean => this.deadlines.isOver(day);
  protected readonly dueText = (row: MeetingRow): string => this.deadlines.dueText(row);
}
