import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Demand, DemandItem } from '@etatlotse/contracts/demand/plain';
import { Amount } from '../ui/amount/amount';
import { formatFte, formatNumber } from '../ui/amount/format';
import { Scroll } from '../ui/table/scroll';
import { DemandAccounting } from './demand-accounting';
import { demandPageLabels } from './demand-page.labels';
import { demandLabels } from './demand.labels';

/** Items, burden by year and staff of a demand. What is unknown says so. */
@Component({
  selector: 'et-demand-costs',
  imports: [Amount, DemandAccounting, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-stack' },
  templateUrl: './demand-costs.html',
})
export class DemandCosts {
  readonly demand = input.required<Demand>();
  protected readonly t = demandPageLabels;
  protected readonly words = demandLabels;
  protected readonly number = (value: number): string => formatNumber(value);

  protected yearsOf({ rhythm, fromYear, toYear }: DemandItem): string {
    if (rhythm === 'one_off') return `${fromYear}`;
    return toYear === null ? this.t().from(fromYear) : this.t().fromTo(fromYear, toYear);
  }

  protected fteOf(thousandths: number | null): string | null {
    return thousandths === null ? null : formatFte(thousandths / 1000, 2);
  }
}
