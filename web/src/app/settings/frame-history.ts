import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { FrameCeilingRow, FrameChangeRow } from '@etatlotse/contracts/planning/plain';
import { frameLabels } from '../platform/frame.labels';
import type { ProblemMessage } from '../platform/problem';
import { Amount } from '../ui/amount/amount';
import { formatDateTime } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { settingsLabels } from './settings.labels';

/** Every change of one ceiling: who, when, what and why. */
@Component({
  selector: 'et-frame-history',
  imports: [Amount, Dialog, Failure, Loading, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [wide]="true" [heading]="t().heading(name(), year())" (closed)="closed.emit()">
    @if (problem(); as failure) {
      <et-failure [failure]="failure" [retryable]="false" />
    } @else if (rows() === null) {
      <et-loading />
    } @else if (rows()?.length === 0) {
      <p class="et-muted">{{ t().none }}</p>
    } @else {
      <et-scroll class="et-dialog__scroll" [label]="t().heading(name(), year())">
        <table class="et-table et-cards et-cards--last-row">
          <thead>
            <tr>
              <th scope="col">{{ t().when }}</th>
              <th scope="col">{{ t().who }}</th>
              <th scope="col" class="n">{{ t().ceiling }}</th>
              <th scope="col">{{ t().reason }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.version) {
              <tr>
                <th scope="row" class="et-nowrap">{{ dateTime(row.changedAt) }}</th>
                <td>{{ row.changedBy ?? '–' }}</td>
                <td class="n"><et-amount form="cents" [cents]="row.ceilingCents" /></td>
                <td>
                  {{ row.reason }}
                  @if (row.source) {
                    <span class="et-tiny et-muted">{{ source(row.source) }}</span>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    }
  </et-dialog>`,
})
export class FrameHistory {
  readonly frame = input.required<FrameCeilingRow>();
  readonly year = input.required<number>();
  readonly rows = input.required<readonly FrameChangeRow[] | null>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly closed = output<void>();
  protected readonly t = computed(() => settingsLabels().history);
  protected readonly name = computed(() => frameLabels().names[this.frame().frame]);
  protected readonly dateTime = formatDateTime;
  protected readonly source = (text: string): string => `${settingsLabels().frames.source}: ${text}`;
}
