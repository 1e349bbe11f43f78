import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ContractYearRow } from '@etatlotse/contracts/contract/plain';
import { Amount } from '../ui/amount/amount';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import { Scroll } from '../ui/table/scroll';
import { contractListLabels } from './contract-lists.labels';
import { yearsChart } from './contract-look';
import { contractLabels } from './contract.labels';

/** Years as bars and as a table: expected cost, what of it is bound, what notice gives back, what is paid when. */
@Component({
  selector: 'et-contract-years',
  imports: [Amount, Chart, ChartKeys, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="et-contract-years" [class.et-contract-years--stacked]="stacked()">
    <div>
      <et-chart-keys [series]="chart().series" />
      <et-chart [chart]="chart()" />
    </div>
    <et-scroll [label]="question()">
      <table class="et-table et-cards et-cards--pairs">
        <thead>
          <tr>
            <th scope="col">{{ words().year }}</th>
            <th scope="col" class="n">{{ t().yearCost }}</th>
            <th scope="col" class="n">{{ t().yearBound }}</th>
            <th scope="col" class="n">{{ t().yearFree }}</th>
            <th scope="col" class="n">{{ t().yearPaid }}</th>
          </tr>
        </thead>
        <tbody>
          @for (year of years(); track year.fiscalYear) {
            <tr>
              <th scope="row">{{ year.fiscalYear }}</th>
              <td class="n" [attr.data-label]="t().yearCost"><et-amount form="cents" [cents]="year.costCents" /></td>
              <td class="n" [attr.data-label]="t().yearBound"><et-amount form="cents" [cents]="year.boundCents" /></td>
              <td class="n" [attr.data-label]="t().yearFree">
                <et-amount form="cents" [cents]="year.costCents - year.boundCents" />
              </td>
              <td class="n" [attr.data-label]="t().yearPaid"><et-amount form="cents" [cents]="year.paymentCents" /></td>
            </tr>
          }
        </tbody>
      </table>
    </et-scroll>
  </div>`,
})
export class ContractYears {
  readonly question = input.required<string>();
  /** The bars above the table, where the panel is narrow. */
  readonly stacked = input(false);
  readonly years = input.required<readonly ContractYearRow[]>();
  protected readonly t = computed(() => contractListLabels().register);
  protected readonly words = contractLabels;
  protected readonly chart = computed(() => yearsChart(this.question(), this.years()));
}
