import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SITE_PATHS, type SitePage, type SiteRow } from '@etatlotse/contracts/site/plain';
import { NETWORK_ZONES } from '@etatlotse/domain/budget';
import { SITE_KINDS } from '@etatlotse/domain/site';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { networkLabels } from '../platform/network.labels';
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
import { zonesText } from './site-look';
import { SiteTabs } from './site-tabs';
import { siteLabels } from './site.labels';

/** The register of sites as the address filters it, with fees and investments of the year. */
@Component({
  selector: 'et-site-list-page',
  imports: [
    Download,
    Amount,
    Button,
    Control,
    Empty,
    Failure,
    Field,
    Loading,
    PageHead,
    RouterLink,
    Scroll,
    Select,
    SiteTabs,
    Tag,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './site-list.page.html',
})
export class SiteListPage {
  readonly q = input<string>();
  readonly kind = input<string>();
  readonly zone = input<string>();
  readonly closed = input<string>();
  private readonly router = inject(Router);
  private readonly permissions = inject(Permissions);
  protected readonly year = inject(FiscalYear).year;
  protected readonly t = computed(() => siteLabels().list);
  protected readonly words = siteLabels;
  protected readonly date = formatDate;
  protected readonly zonesOf = zonesText;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly mayWrite = computed(() => this.permissions.has('site.write'));
  protected readonly typed = linkedSignal(() => this.q() ?? '');

  protected readonly list = paged<SiteRow, SitePage>(SITE_PATHS.sites, () =>
    query({
      fiscalYear: this.year(),
      q: this.q(),
      kind: this.kind(),
      networkZone: this.zone(),
      withClosed: this.closed() === 'true' ? true : null,
    }),
  );
  protected readonly totals = computed(() => this.list.first()?.totals ?? null);
  protected readonly kinds = computed(() => SITE_KINDS.map((value) => ({ value, label: siteLabels().kinds[value] })));
  protected readonly zones = computed(() =>
    NETWORK_ZONES.map((value) => ({ value, label: networkLabels().zones[value] })),
  );
  protected readonly lead = computed(() => {
    const totals = this.totals();
    if (totals === null || totals.sites === 0) return '';
    const { sites, schools, feesCents, investmentCents, linesWithoutSite } = totals;
    const amounts = [formatWholeEuro(feesCents), formatWholeEuro(investmentCents)] as const;
    return [
      this.t().lead(formatNumber(sites), formatNumber(schools), ...amounts),
      linesWithoutSite === 0
        ? ''
        : linesWithoutSite === 1
          ? this.t().withoutSiteOne
          : this.t().withoutSite(formatNumber(linesWithoutSite)),
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
