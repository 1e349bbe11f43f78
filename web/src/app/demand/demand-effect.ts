import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type DemandItem, demandYears, itemInYear } from '@etatlotse/contracts/demand/plain';
import { estimatedValue } from '@etatlotse/domain/procurement';
import { cents } from '@etatlotse/domain/shared';
import { ProcurementCheck } from '../platform/procurement-advice';
import { Amount } from '../ui/amount/amount';
import { formatCents, formatEuro, formatNumber } from '../ui/amount/format';
import { demandFormLabels } from './demand-form.labels';
import { demandLabels } from './demand.labels';

/** What the items come to, by the rule of the domain: each item with its formula in its first year, then all years. */
@Component({
  selector: 'et-demand-effect',
  imports: [Amount, ProcurementCheck],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (lines().length === 0) {
      <p class="et-muted">{{ t().effectNone }}</p>
    } @else {
      <p>{{ lead() }}</p>
    }
    @if (unknown() > 0) {
      <p class="et-small et-muted">{{ t().effectUnknown(number(unknown())) }}</p>
    }
    @for (line of lines(); track line.id) {
      <table class="et-formula et-section--close">
        <caption>
          {{
            line.label
          }}
        </caption>
        <tbody>
          <tr>
            <th scope="row">{{ line.product }}</th>
            <td class="n">{{ cents(line.netCents) }}</td>
          </tr>
          @if (line.taxCents > 0) {
            <tr>
              <th scope="row">{{ t().plusVat(line.vat) }}</th>
              <td class="n">{{ cents(line.taxCents) }}</td>
            </tr>
            <tr class="et-formula__total">
              <th scope="row">{{ t().total }}</th>
              <td class="n">{{ cents(line.grossCents) }}</td>
            </tr>
          }
        </tbody>
      </table>
      <et-procurement-check [netCents]="line.valueCents" [brief]="true" />
    }
    @if (lines().length > 0) {
      <table class="et-table et-section--close">
        <caption>
          {{
            words().inEuro(t().byYear)
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t().year }}</th>
            <th scope="col" class="n">{{ t().once }}</th>
            <th scope="col" class="n">{{ t().recurring }}</th>
            <th scope="col" class="n">{{ t().sum }}</th>
          </tr>
        </thead>
        <tbody>
          @for (year of costs(); track year.fiscalYear) {
            <tr>
              <th scope="row">{{ year.fiscalYear }}</th>
              <td class="n"><et-amount form="cents" [cents]="year.oneOffGrossCents" /></td>
              <td class="n"><et-amount form="cents" [cents]="year.recurringGrossCents" /></td>
              <td class="n"><et-amount form="cents" [cents]="year.grossCents" /></td>
            </tr>
          }
        </tbody>
      </table>
    }`,
})
export class DemandEffect {
  readonly items = input.required<readonly DemandItem[]>();
  readonly years = input.required<readonly number[]>();
  readonly firstYear = input.required<number>();
  readonly lastYear = input.required<number>();
  protected readonly t = demandFormLabels;
  protected readonly words = demandLabels;
  protected readonly cents = formatCents;
  protected readonly number = (value: number): string => formatNumber(value);

  protected readonly costs = computed(() => demandYears(this.items(), this.years()));
  protected readonly unknown = computed(
    () => this.items().filter(({ quantity, unitPriceCents }) => quantity === null || unitPriceCents === null).length,
  );
  protected readonly lead = computed(() => {
    const inPlan = this.costs().filter(
      ({ fiscalYear }) => fiscalYear >= this.firstYear() && fiscalYear <= this.lastYear(),
    );
    const sum = inPlan.reduce((total, { grossCents }) => total + grossCents, 0);
    return this.t().effectLead(demandLabels().years(this.firstYear(), this.lastYear()), formatEuro(sum));
  });
  protected readonly lines = computed(() =>
    this.items().flatMap((item) => {
      const cost = itemInYear(item, item.fromYear);
      if (
        cost === null ||
        cost.netCents === null ||
        cost.grossCents === null ||
        item.quantity === null ||
        item.unitPriceCents === null
      ) {
        return [];
      }
      const [quantity, price] = [formatNumber(item.quantity), formatEuro(item.unitPriceCents)];
      const isNet = item.basis === 'net';
      return [
        {
          id: item.id,
          valueCents: valueOf(item, cost.netCents),
          label: item.label,
          product: isNet ? this.t().net(quantity, price) : this.t().gross(quantity, price),
          netCents: isNet ? cost.netCents : cost.grossCents,
          taxCents: isNet ? cost.grossCents - cost.netCents : 0,
          grossCents: cost.grossCents,
          vat: `${formatNumber(item.vatBasisPoints / 100)} %`,
        },
      ];
    }),
  );
}

const MONTHS_IN_YEAR = 12;

/** What is awarded: once what it costs, every year what that comes to over its years (§ 3 VgV). */
function valueOf({ rhythm, fromYear, toYear }: DemandItem, netCents: number): number {
  if (rhythm === 'one_off') return netCents;
  const months = toYear === null ? null : (toYear - fromYear + 1) * MONTHS_IN_YEAR;
  return estimatedValue(cents(netCents), months);
}
