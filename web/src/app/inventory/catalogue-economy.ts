import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { EconomyResult, EconomyYear } from '@etatlotse/domain/inventory';
import { formatEuro } from '../ui/amount/format';
import { RecordTable, type RecordTableShape } from '../ui/record/record-table';
import { catalogueLabels } from './catalogue.labels';
import { inventoryLabels } from './inventory.labels';

/** What own form and EfA cost year by year, and which way is the cheaper one. */
@Component({
  selector: 'et-catalogue-economy',
  imports: [RecordTable],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<p class="et-strong">{{ sentence() }}</p>
    @if (economy().dearerFrom; as year) {
      <p>{{ t().dearerFrom(year) }}</p>
    }
    <et-record-table [shape]="shape()" [rows]="economy().years" />`,
})
export class CatalogueEconomy {
  readonly economy = input.required<EconomyResult>();
  protected readonly t = catalogueLabels;
  protected readonly sentence = computed(() => {
    const { verdict, ownCents, efaCents, years } = this.economy();
    const amount = formatEuro(Math.abs((ownCents ?? 0) - (efaCents ?? 0)));
    const [from, to] = [years[0]?.fiscalYear ?? 0, years.at(-1)?.fiscalYear ?? 0];
    return this.t().verdicts[verdict](amount, this.t().overYears(from, to));
  });
  protected readonly shape = computed<RecordTableShape<EconomyYear>>(() => {
    const t = this.t();
    const { ownCents, efaCents } = this.economy();
    const unknown = inventoryLabels().unknown;
    return {
      caption: t.economy,
      nameHead: t.year,
      name: ({ fiscalYear }) => String(fiscalYear),
      link: () => null,
      columns: [
        { head: t.own, kind: 'amount', of: (row) => row.ownCents, sum: ownCents ?? unknown },
        { head: t.efa, kind: 'amount', of: (row) => row.efaCents, sum: efaCents ?? unknown },
      ],
      sumHead: t.sum,
    };
  });
}
