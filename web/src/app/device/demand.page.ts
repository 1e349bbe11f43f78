import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { DEVICE_PATHS, type ReplacementView } from '@etatlotse/contracts/device/plain';
import { ACCOUNT_KINDS } from '@etatlotse/domain/budget';
import { HARDWARE_FRAMES } from '@etatlotse/domain/site';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { frameLabels } from '../platform/frame.labels';
import { problemOf } from '../platform/problem';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber, formatWholeEuro } from '../ui/amount/format';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import { Select } from '../ui/choice/choice';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { DeviceClass } from './device-class';
import { demandChart } from './device-look';
import { devicePageLabels } from './device-page.labels';
import { DeviceRule } from './device-rule';
import { DeviceTabs } from './device-tabs';
import { deviceLabels } from './device.labels';

/** What replacing devices takes year by year, and what to replace in one year, kind by kind. */
@Component({
  selector: 'et-demand-page',
  imports: [
    Amount,
    Chart,
    ChartKeys,
    DeviceClass,
    DeviceRule,
    DeviceTabs,
    Empty,
    Failure,
    Loading,
    PageHead,
    RouterLink,
    Scroll,
    Select,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demand.page.html',
})
export class DemandPage {
  /** The year whose proposals are shown: `?of=2027`. */
  readonly of = input<string>();
  private readonly router = inject(Router);
  protected readonly year = inject(FiscalYear).year;
  protected readonly t = computed(() => devicePageLabels().demand);
  protected readonly words = deviceLabels;
  protected readonly frames = frameLabels;
  protected readonly FRAMES = HARDWARE_FRAMES;
  protected readonly CLASSES = ACCOUNT_KINDS;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly euro = formatEuro;

  private readonly resource = httpResource<ReplacementView>(() => ({
    url: DEVICE_PATHS.demand,
    params: query({ fiscalYear: this.year() }),
  }));
  protected readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly chart = computed(() => demandChart(this.view()?.years ?? []));
  protected readonly shownYear = computed(() => {
    const asked = Number(this.of());
    return this.view()?.years.some(({ fiscalYear }) => fiscalYear === asked) === true ? asked : this.year();
  });
  protected readonly proposals = computed(() =>
    (this.view()?.proposals ?? []).filter(({ fiscalYear }) => fiscalYear === this.shownYear()),
  );
  protected readonly shownSum = computed(() =>
    this.view()?.years.find(({ fiscalYear }) => fiscalYear === this.shownYear()),
  );
  protected readonly rule = computed(() =>
    this.view()?.rules.find(({ fiscalYear }) => fiscalYear === this.shownYear()),
  );
  protected readonly yearOptions = computed(() =>
    (this.view()?.years ?? []).map(({ fiscalYear }) => ({ value: String(fiscalYear), label: String(fiscalYear) })),
  );
  protected readonly lead = computed(() => {
    const [first] = this.view()?.years ?? [];
    if (first === undefined) return '';
    const { fiscalYear, quantity, lateQuantity, grossCents, byClass } = first;
    if (quantity === 0) return this.t().leadNone(fiscalYear);
    const amounts = [grossCents, byClass.expense, byClass.investment].map((amount) => formatWholeEuro(amount));
    const [gross = '', expense = '', investment = ''] = amounts;
    return [
      this.t().lead(fiscalYear, formatNumber(quantity), gross, expense, investment),
      byClass.ask === 0 ? '' : this.t().leadAsk(formatWholeEuro(byClass.ask)),
      lateQuantity === 0 ? '' : this.t().leadLate(formatNumber(lateQuantity)),
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
  });

  protected choose(year: string | null): void {
    void this.router.navigate([], { queryParams: { of: year }, queryParamsHandling: 'merge' });
  }

  protected reload(): void {
    this.resource.reload();
  }
}
