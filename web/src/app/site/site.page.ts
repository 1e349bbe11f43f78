import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { CONTRACT_PATHS, type ContractPage, type ContractRow } from '@etatlotse/contracts/contract/plain';
import type { TakeSiteStep } from '@etatlotse/contracts/site';
import type { InvestmentRow, SiteDetail } from '@etatlotse/contracts/site/plain';
import type { NetworkZone } from '@etatlotse/domain/budget';
import type { SiteKind } from '@etatlotse/domain/site';
import { query } from '../platform/api';
import { Clock } from '../platform/clock';
import { FiscalYear } from '../platform/fiscal-year';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { type ChangedFieldWords, RecordChanges } from '../platform/record-changes';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { type Fact, Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Toasts } from '../ui/toast/toasts';
import { InvestmentForm, type TypedInvestment } from './investment-form';
import { SiteInvestments } from './site-investments';
import { SiteLines } from './site-lines';
import { zonesText } from './site-look';
import { SiteStepForm } from './site-step-form';
import { SiteStock } from './site-stock';
import { siteLabels } from './site.labels';
import { SiteStore } from './site.store';
import { SiteZones } from './site-zones';

/** One site: what its networks cost, which lines lie there, what stands there, and what goes into it. */
@Component({
  selector: 'et-site-page',
  imports: [
    Button,
    Facts,
    Failure,
    InvestmentForm,
    Loading,
    Notice,
    PageHead,
    RecordChanges,
    RouterLink,
    Scroll,
    SiteInvestments,
    SiteLines,
    SiteStepForm,
    SiteStock,
    SiteZones,
  ],
  providers: [SiteStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './site.page.html',
})
export class SitePage {
  readonly siteId = input.required<string>();
  protected readonly store = inject(SiteStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly permissions = inject(Permissions);
  protected readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  protected readonly year = inject(FiscalYear).year;
  protected readonly t = computed(() => siteLabels().page);
  protected readonly words = siteLabels;
  protected readonly date = formatDate;
  protected readonly mayAddDevices = computed(() => this.permissions.has('device.write'));
  protected readonly mayAddLines = computed(() => this.permissions.has('contract.write'));
  protected readonly isStepping = signal(false);
  protected readonly editing = signal<{ readonly investment: InvestmentRow | null } | null>(null);
  protected readonly investmentProblem = computed(
    () => this.store.invest.problem() ?? this.store.changeInvestment.problem(),
  );

  protected readonly lines = paged<ContractRow, ContractPage>(CONTRACT_PATHS.contracts, () =>
    query({ fiscalYear: this.year(), siteId: this.siteId() }),
  );
  protected readonly crumbs = computed(() => [
    { label: siteLabels().title, link: ['/sites'] },
    { label: this.store.site()?.number ?? '' },
  ]);
  protected readonly lead = computed(() => {
    const site = this.store.site();
    if (site === null) return '';
    const { kind, devices, feesCents } = site;
    const words = this.t();
    const counted = devices === 1 ? words.deviceOne : words.withDevices(formatNumber(devices));
    return words.lead(siteLabels().kinds[kind], counted, this.linesText(site), formatEuro(feesCents), this.year());
  });
  protected readonly facts = computed(() => {
    const site = this.store.site();
    return site === null ? [] : factsOf(site);
  });

  constructor() {
    this.store.isPage.set(true);
    effect(() => this.store.id.set(this.siteId()));
  }

  protected stillThere(site: SiteDetail): string {
    const { devices, lines } = site;
    const counted = devices === 1 ? this.t().deviceOne : this.t().deviceCount(formatNumber(devices));
    return devices + lines === 0 ? '' : this.t().stillThere(counted, this.linesText(site));
  }

  private linesText({ lines }: SiteDetail): string {
    return lines === 1 ? this.t().lineOne : this.t().lineCount(formatNumber(lines));
  }

  /** How a field that was changed is called, and what its values are called. */
  protected readonly fieldWords = (field: string): ChangedFieldWords => {
    const names: Readonly<Record<string, string>> = {
      number: this.t().number,
      name: this.t().name,
      kind: this.t().kind,
      address: this.t().address,
      unitId: this.t().unit,
      zones: this.t().networks,
    };
    const { kinds } = siteLabels();
    return {
      label: names[field] ?? field,
      text: (value) => (field === 'kind' ? kinds[value as SiteKind] : field === 'zones' ? zonesOfLog(value) : null),
    };
  };

  /** What a change was about, in the words of the page. */
  protected fieldsText(changed: readonly string[]): string {
    return changed.map((name) => this.fieldWords(name).label).join(', ');
  }

  protected startStep(): void {
    this.store.step.clear();
    this.isStepping.set(true);
  }

  protected async take(step: TakeSiteStep): Promise<void> {
    const done = await this.store.step.run(step);
    this.store.reload();
    if (done === null) return;
    this.toasts.show(this.t().stepDone);
    this.isStepping.set(false);
  }

  protected async remove(site: SiteDetail): Promise<void> {
    const removed = await this.store.remove.run(site.version);
    if (removed === null) return;
    this.toasts.show(this.t().removed);
    await this.router.navigate(['/sites'], { queryParamsHandling: 'preserve' });
  }

  protected edit(investment: InvestmentRow | null): void {
    this.store.invest.clear();
    this.store.changeInvestment.clear();
    this.editing.set({ investment });
  }

  protected async saveInvestment({ investment, reason }: TypedInvestment): Promise<void> {
    const known = this.editing()?.investment ?? null;
    const saved =
      known === null
        ? await this.store.invest.run(investment)
        : await this.store.changeInvestment.run(known.id, { ...investment, reason, version: known.version });
    this.store.reload();
    if (saved === null) return;
    this.toasts.show(siteLabels().investment.saved);
    this.editing.set(null);
  }
}

/** The log keeps networks as a list of codes. */
function zonesOfLog(value: string): string | null {
  const zones = JSON.parse(value) as readonly NetworkZone[];
  return zonesText(zones);
}

function factsOf(site: SiteDetail): Fact[] {
  const words = siteLabels().page;
  const { kinds, wholeCity, demo } = siteLabels();
  return [
    { term: words.number, text: site.isDemo ? `${site.number} (${demo})` : site.number },
    { term: words.kind, text: kinds[site.kind] },
    { term: words.address, text: site.address === '' ? null : site.address },
    { term: words.unit, text: site.unit === null ? wholeCity : `${site.unit.code} ${site.unit.name}` },
    { term: words.networks, text: zonesText(site.zones) },
  ];
}
