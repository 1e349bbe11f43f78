import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Amount } from '../ui/amount/amount';
import { Scroll } from '../ui/table/scroll';
import { decisionWorkLabels } from './decision-work.labels';
import type { Writes } from './transfer-draft';

/** What a transfer writes, line by line and year by year, in cents. */
@Component({
  selector: 'et-transfer-writes',
  imports: [Amount, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().writes">
    <table class="et-table et-decision-work">
      <caption class="et-hidden">
        {{
          t().writes
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ t().line }}</th>
          @for (year of writes().years; track year) {
            <th scope="col" class="n">{{ year }}, €</th>
          }
          <th scope="col" class="n">{{ t().total }}, €</th>
        </tr>
      </thead>
      <tbody>
        @for (row of writes().lines; track row.line.id) {
          <tr>
            <th scope="row">
              {{ row.line.name }}
              <small class="et-muted"
                >{{ row.line.number }} · {{ row.side === 'expense' ? t().expense : t().investment }}</small
              >
            </th>
            @for (cents of row.cents; track $index) {
              <td class="n"><et-amount form="cents" [cents]="cents" /></td>
            }
            <td class="n"><et-amount form="cents" [cents]="row.sumCents" /></td>
          </tr>
        }
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{{ t().sum }}</th>
          @for (cents of writes().totals; track $index) {
            <td class="n"><et-amount form="cents" [cents]="cents" /></td>
          }
          <td class="n"><et-amount form="cents" [cents]="writes().sumCents" /></td>
        </tr>
      </tfoot>
    </table>
  </et-scroll>`,
})
export class TransferWrites {
  readonly writes = input.required<Writes>();
  protected readonly t = decisionWorkLabels;
}
