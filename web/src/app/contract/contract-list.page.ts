import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { CONTRACT_PATHS, type ContractPage, type ContractRow } from '@etatlotse/contracts/contract/plain';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import { FRAME_CODES } from '@etatlotse/domain/budget';
import { CONTRACT_KINDS } from '@etatlotse/domain/contract';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { frameLabels } from '../platform/frame.labels';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { Download } from '../ui/download/download';
import { Amount } from '../ui/amount/amount';
import { formatNumber, formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { Control, Field } from '../ui/field/field';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { contractListLabels } from './contract-lists.labels';
import { stateLook } from './contract-look';
import { ContractTabs } from './contract-tabs';
import { ContractYears } from './contract-years';
import { contractLabels } from './contract.labels';

const WITHIN_DAYS = [30, 90, 180, 365] as const;

/** The register of contracts as the address filters it, with the sums of everything that is found. */
@Component({
  selector: 'et-contract-list-page',
  imports: [
    Download,
    Amount,
    Button,
    ContractTabs,
    ContractYears,
    Control,
    Empty,
    Failure,
    Field,
    Loading,
    PageHead,
    RouterLink,
    Scroll,
    Select,
    Tag,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './contract-list.page.html',
})
export class ContractListPage {
  readonly q = input<string>();
  readonly unit = input<string>();
  readonly vendor = input<string>();
  readonly frame = input<string>();
  readonly kind = input<string>();
  readonly within = input<string>();
  readonly line = input<string>();
  readonly ended = input<string>();
  private readonly router = inject(Router);
  private readonly permissions = inject(Permissions);
  protected readonly year = inject(FiscalYear).year;
  protected readonly t = computed(() => contractListLabels().register);
  protected readonly calendar = computed(() => CONTRACT_PATHS.calendar(this.year()));
  protected readonly words = contractLabels;
  protected readonly date = formatDate;
  protected readonly look = stateLook;
  protected readonly mayWrite = computed(() => this.permissions.has('contract.write'));
  protected readonly mayImport = computed(() => this.permissions.has('import.registers'));
  protected readonly typed = linkedSignal(() => this.q() ?? '');

  protected readonly list = paged<ContractRow, ContractPage>(CONTRACT_PATHS.contracts, () =>
    query({
      fiscalYear: this.year(),
      q: this.q(),
      unitId: this.unit(),
      vendor: this.vendor(),
      frame: this.frame(),
      kind: this.kind(),
      noticeWithinDays: this.within(),
      lineId: this.line(),
      withEnded: this.ended() === 'true' ? true : null,
    }),
  );
  private readonly tree = httpResource<UnitTree>(() => ORGANIZATION_PATHS.units);

  protected readonly units = computed(() =>
    (this.tree.hasValue() ? this.tree.value().units : []).map(({ id, code, name }) => ({
      value: id,
      label: `${code} ${name}`,
    })),
  );
  protected readonly kinds = computed(() =>
    CONTRACT_KINDS.map((value) => ({ value, label: contractLabels().kinds[value] })),
  );
  protected readonly frames = computed(() =>
    FRAME_CODES.map((value) => ({ value, label: frameLabels().names[value] })),
  );
  protected readonly periods = computed(() =>
    WITHIN_DAYS.map((days) => ({ value: String(days), label: this.t().withinDays(days) })),
  );
  protected readonly lead = computed(() => {
    const totals = this.list.first()?.totals;
    const [first, next] = totals?.years ?? [];
    if (totals === undefined || first === undefined || next === undefined || totals.count === 0) return '';
    const { reminded } = totals;
    const words = this.t();
    const amounts = [
      formatWholeEuro(first.costCents),
      next.fiscalYear,
      formatWholeEuro(next.boundCents),
      formatWholeEuro(next.costCents - next.boundCents),
    ] as const;
    return [
      totals.count === 1 ? words.leadOne(...amounts) : words.lead(formatNumber(totals.count), ...amounts),
      reminded === 0 ? '' : reminded === 1 ? words.leadRemindedOne : words.leadReminded(formatNumber(reminded)),
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
  });

  protected filter(name: string, value: string | null): void {
    void this.router.navigate([], { queryParams: { [name]: value }, queryParamsHandling: 'merge' });
  }

  protected search(event: Event): void {
    event.preventDefault();
    this.filter('q', this.typed().trim() || null);
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }
}
