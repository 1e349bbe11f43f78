import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EXTRA_PATHS, type ExtraReport } from '@etatlotse/contracts/authority/plain';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { ruleLabels } from '../platform/rule.labels';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { type Crumb, PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { extraReportLabels } from './extra-report.labels';
import { bothSides } from './extra-sides';
import { extraLabels } from './extra.labels';

/** All grants of the mayor in the year, for the council at the latest with the annual accounts. */
@Component({
  selector: 'et-extra-report-page',
  imports: [Amount, Button, Empty, Failure, Loading, PageHead, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './extra-report.page.html',
})
export class ExtraReportPage {
  private readonly year = inject(FiscalYear).year;
  protected readonly t = extraReportLabels;
  protected readonly words = extraLabels;
  protected readonly rules = ruleLabels;
  protected readonly date = formatDate;

  private readonly resource = httpResource<ExtraReport>(() => ({
    url: EXTRA_PATHS.report,
    params: query({ fiscalYear: this.year() }),
  }));
  protected readonly report = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly question = computed(() => this.t().question(this.year()));
  protected readonly file = computed(() => `${EXTRA_PATHS.reportCsv}?fiscalYear=${this.year()}`);
  protected readonly crumbs = computed<readonly Crumb[]>(() => [
    { label: this.words().title, link: ['/authority/extra'] },
    { label: this.words().report },
  ]);
  protected readonly lead = computed(() => {
    const report = this.report();
    if (report === null) return '';
    const amounts = bothSides({ operating: report.operatingCents, investing: report.investingCents });
    if (report.requests === 0) return this.t().leadNone;
    return report.requests === 1 ? this.t().leadOne(amounts) : this.t().lead(formatNumber(report.requests), amounts);
  });

  protected reload(): void {
    this.resource.reload();
  }
}
