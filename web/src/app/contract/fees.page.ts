import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  CONTRACT_PATHS,
  type ContractPage,
  type ContractRow,
  type FeesView,
  type FeeZoneRow,
} from '@etatlotse/contracts/contract/plain';
import { NETWORK_ZONES } from '@etatlotse/domain/budget';
import { formatUnitPrice } from '@etatlotse/domain/contract';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { networkLabels } from '../platform/network.labels';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Download } from '../ui/download/download';
import { language } from '../ui/language/language';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { contractListLabels } from './contract-lists.labels';
import { ContractTabs } from './contract-tabs';
import { contractLabels } from './contract.labels';

/** What the fees for telephone and data lines would take, network by network, while their frame may be unknown (R26). */
@Component({
  selector: 'et-fees-page',
  imports: [Amount, Button, ContractTabs, Download, Empty, Failure, Loading, PageHead, RouterLink, Scroll, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './fees.page.html',
})
export class FeesPage {
  readonly zone = input<string>();
  private readonly router = inject(Router);
  private readonly permissions = inject(Permissions);
  protected readonly year = inject(FiscalYear).year;
  protected readonly t = computed(() => contractListLabels().fees);
  protected readonly words = contractLabels;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly price = (micros: number): string => formatUnitPrice(micros, language());
  protected readonly mayWrite = computed(() => this.permissions.has('contract.write'));

  private readonly resource = httpResource<FeesView>(() => ({
    url: CONTRACT_PATHS.fees,
    params: query({ fiscalYear: this.year() }),
  }));
  protected readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly items = paged<ContractRow, ContractPage>(CONTRACT_PATHS.contracts, () =>
    query({ fiscalYear: this.year(), kind: 'line', networkZone: this.zone() }),
  );
  protected readonly zones = computed(() =>
    NETWORK_ZONES.map((value) => ({ value, label: networkLabels().zones[value] })),
  );

  protected readonly lead = computed(() => {
    const [first] = this.view()?.totals ?? [];
    if (first === undefined || this.view()?.zones.length === 0) return '';
    const { fiscalYear, costCents, ceilingCents, roomCents } = first;
    const cost = this.t().lead(formatEuro(costCents), fiscalYear);
    if (ceilingCents === null || roomCents === null) return `${cost} ${this.t().unknownFrame}`;
    const ceiling = formatEuro(ceilingCents);
    return roomCents < 0
      ? `${cost} ${this.t().overFrame(ceiling, formatEuro(-roomCents))}`
      : `${cost} ${this.t().knownFrame(ceiling, formatEuro(roomCents))}`;
  });

  protected zoneName({ networkZone }: Pick<FeeZoneRow, 'networkZone'>): string {
    return networkZone === null ? contractLabels().noZone : networkLabels().zones[networkZone];
  }

  protected extent({ contracts, sites }: FeeZoneRow): string {
    const words = this.t();
    return [
      contracts === 1 ? words.contractOne : words.contracts(formatNumber(contracts)),
      sites === 1 ? words.siteOne : words.sites(formatNumber(sites)),
    ].join(', ');
  }

  protected reload(): void {
    this.resource.reload();
  }

  protected filter(zone: string | null): void {
    void this.router.navigate([], { queryParams: { zone }, queryParamsHandling: 'merge' });
  }
}
