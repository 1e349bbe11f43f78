import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { CAPACITY_PATHS, type CapacityOverview } from '@etatlotse/contracts/capacity/plain';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { formatFte, formatNumber, formatPercent } from '../ui/amount/format';
import { Chart } from '../ui/chart/chart';
import { Choice } from '../ui/choice/choice';
import { formatDate, formatMonth, formatMonthName } from '../ui/date/format';
import { HeatTable } from '../ui/heat-table/heat-table';
import { Notice } from '../ui/notice/notice';
import { PageHead, Stand } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { CapacityTable } from './capacity-table';
import { RiskPanel } from './risk-panel';
import { backlogBars, hardestMonth, HEAT_DEPTHS, heatDepthsOf, heatRows, parameterValue } from './capacity-look';
import { capacityLabels } from './capacity.labels';

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** Staffing capacity against case numbers: the year of every unit that the reader sees. */
@Component({
  selector: 'et-capacity-page',
  imports: [
    CapacityTable,
    Chart,
    Choice,
    Empty,
    Failure,
    HeatTable,
    Loading,
    Notice,
    PageHead,
    RiskPanel,
    Scroll,
    Stand,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './capacity.page.html',
})
export class CapacityPage {
  protected readonly year = inject(FiscalYear).year;
  protected readonly t = capacityLabels;
  protected readonly date = formatDate;
  protected readonly valueOf = parameterValue;

  private readonly answer = httpResource<CapacityOverview>(() => ({
    url: CAPACITY_PATHS.overview,
    params: query({ fiscalYear: this.year() }),
  }));
  protected readonly overview = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly failure = computed(() => {
    const error = this.answer.error();
    return error ? problemOf(error) : null;
  });

  protected readonly months = computed(() => MONTHS.map((month) => formatMonth(month)));
  protected readonly depths = computed(() =>
    heatDepthsOf(this.overview()?.groups ?? []).map((value) => ({ value, label: this.t().depths[value] })),
  );
  protected readonly depth = signal<string | null>('unit');
  protected readonly heat = computed(() => {
    const overview = this.overview();
    const down = HEAT_DEPTHS.find((one) => one === this.depth()) ?? 'unit';
    return overview === null ? [] : heatRows(overview, down);
  });
  protected readonly backlog = computed(() => backlogBars(this.overview()?.rows ?? []));
  protected readonly hardest = computed(() => {
    const found = hardestMonth(this.overview()?.rows ?? []);
    return found === null
      ? this.t().hardestNone
      : this.t().hardest(found.unit, formatMonthName(found.month), formatPercent(found.percent / 100));
  });

  protected readonly lead = computed(() => {
    const rows = this.overview()?.rows;
    if (rows === undefined) return '';
    const words = this.t();
    if (rows.length === 0) return words.leadNone;
    const known = rows.flatMap(({ gapFte }) => (gapFte === null ? [] : [gapFte]));
    const short = known.filter((gapFte) => gapFte < 0);
    const missing = short.reduce((sum, gapFte) => sum - gapFte, 0);
    const open = rows.length - known.length;
    return [
      short.length > 0
        ? words.leadMissing(formatNumber(short.length), formatNumber(rows.length), formatFte(missing))
        : '',
      short.length === 0 && known.length > 0 ? words.leadEnough(formatNumber(known.length)) : '',
      open === 1 ? words.leadUnknownOne : open > 1 ? words.leadUnknown(formatNumber(open)) : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
  });

  protected readonly finding = computed(() => {
    const totals = this.overview()?.totals;
    if (totals === undefined || totals.requiredFte === null) return '';
    const say = totals.isComplete ? this.t().tableFinding : this.t().tableFindingOpen;
    return say(formatFte(totals.requiredFte), formatFte(totals.plannedFte), formatFte(totals.occupiedFte));
  });

  /** "Nettoarbeitszeit im Jahr (Tarifbeschäftigte)" from `yearly_minutes employee`. */
  protected nameOf(kind: string, key = ''): string {
    const { kinds, keys } = this.t();
    const name = (kinds as Record<string, string>)[kind] ?? kind;
    return key === '' ? name : `${name} (${(keys as Record<string, string>)[key] ?? key})`;
  }

  protected missingName(missing: string): string {
    const [kind = '', key] = missing.split(' ');
    return this.nameOf(kind, key);
  }

  protected reload(): void {
    this.answer.reload();
  }
}
