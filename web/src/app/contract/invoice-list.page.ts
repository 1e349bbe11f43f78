import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CONTRACT_PATHS, type InvoicePage, type InvoiceRow } from '@etatlotse/contracts/contract/plain';
import type { InvoiceState } from '@etatlotse/domain/contract';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { paged } from '../platform/paged';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Download } from '../ui/download/download';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { contractListLabels } from './contract-lists.labels';
import type { Look } from './contract-look';
import { ContractTabs } from './contract-tabs';
import { contractLabels } from './contract.labels';

const LOOKS: Readonly<Record<InvoiceState, Omit<Look, 'word'>>> = {
  even: { kind: 'ok', icon: 'verified' },
  open: { kind: 'plain', icon: 'pending' },
  less: { kind: 'warn', icon: 'warning' },
  more: { kind: 'bad', icon: 'error' },
};

/** What contracts say of a year against what was paid, line by line, to the cent. */
@Component({
  selector: 'et-invoice-list-page',
  imports: [Amount, Button, ContractTabs, Download, Empty, Failure, Loading, PageHead, RouterLink, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invoice-list.page.html',
})
export class InvoiceListPage {
  protected readonly year = inject(FiscalYear).year;
  protected readonly t = computed(() => contractListLabels().invoices);
  protected readonly words = contractLabels;
  protected readonly list = paged<InvoiceRow, InvoicePage>(CONTRACT_PATHS.invoices, () =>
    query({ fiscalYear: this.year() }),
  );
  protected readonly lead = computed(() => {
    const page = this.list.first();
    if (page === null) return '';
    const { lines, differing } = page.totals;
    if (lines === 0) return this.t().leadNone;
    const answer =
      differing === 0
        ? this.t().leadFine(formatNumber(lines))
        : this.t().lead(formatNumber(differing), formatNumber(lines));
    return page.isYearOver ? answer : `${answer} ${this.t().running}`;
  });

  protected look(row: InvoiceRow): Look {
    return { ...LOOKS[row.state], word: this.t().states[row.state] };
  }

  protected contracts({ contracts }: InvoiceRow): string {
    return contracts === 1 ? this.t().contractOne : this.t().contracts(formatNumber(contracts));
  }
}
