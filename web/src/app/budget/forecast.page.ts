import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ForecastFigures, ForecastRow } from '@etatlotse/contracts/budget';
import { FORECAST_LIGHTS, type ForecastLight as Light } from '@etatlotse/domain/budget';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { budgetLabels } from './budget.labels';
import { ForecastLight } from './forecast-light';
import { forecastLabels } from './forecast.labels';
import { ForecastStore } from './forecast.store';

const SHOWN = 50;
const ALL = 'all';

/** Which lines will not last until the end of the year, and which will not need what they have. */
@Component({
  selector: 'et-forecast-page',
  imports: [Amount, Button, Choice, Empty, Failure, ForecastLight, Loading, PageHead, RouterLink, Scroll],
  providers: [ForecastStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './forecast.page.html',
})
export class ForecastPage {
  /** `?light=` shows one group only. */
  readonly light = input<string>();

  protected readonly store = inject(ForecastStore);
  private readonly router = inject(Router);
  protected readonly t = forecastLabels;
  protected readonly words = budgetLabels;
  protected readonly date = formatDate;
  protected readonly number = (value: number): string => formatNumber(value);
  private readonly limit = signal(SHOWN);

  protected readonly answer = computed(() => {
    const rows = this.store.forecasts()?.rows ?? [];
    const short = rows.filter((row) => row.light === 'short');
    if (short.length === 0) return this.t().answerFits(formatNumber(rows.filter(isKnown).length));
    const missing = short.reduce((sum, row) => sum + Math.max(-(leftOf(row) ?? 0), 0), 0);
    const sentence = this.t().answerShort(formatNumber(short.length), formatNumber(rows.length), formatEuro(missing));
    const pooled = short.filter(({ poolCode }) => poolCode !== null).length;
    return pooled === 0 ? sentence : `${sentence} ${this.t().answerPool(formatNumber(pooled))}`;
  });
  protected readonly chosen = computed(() => FORECAST_LIGHTS.find((light) => light === this.light()) ?? ALL);
  protected readonly choices = computed(() => {
    const rows = this.store.forecasts()?.rows ?? [];
    const count = (light: Light): number => rows.filter((row) => row.light === light).length;
    return [
      { value: ALL, label: `${this.t().all} (${formatNumber(rows.length)})` },
      ...FORECAST_LIGHTS.filter((light) => count(light) > 0).map((light) => ({
        value: light,
        label: `${this.t().lights[light]} (${formatNumber(count(light))})`,
      })),
    ];
  });
  private readonly found = computed(() =>
    (this.store.forecasts()?.rows ?? []).filter((row) => this.chosen() === ALL || row.light === this.chosen()),
  );
  protected readonly rows = computed(() => this.found().slice(0, this.limit()));
  protected readonly hidden = computed(() => this.found().length - this.rows().length);
  protected readonly left = leftOf;

  protected choose(light: string | null): void {
    this.limit.set(SHOWN);
    void this.router.navigate([], {
      queryParams: { light: light === ALL ? null : light },
      queryParamsHandling: 'merge',
    });
  }

  protected more(): void {
    this.limit.update((limit) => limit + SHOWN);
  }

  protected detailOf({ number, frame, poolCode }: ForecastRow): string {
    const parts = [number, this.words().frames[frame]];
    return [...parts, ...(poolCode === null ? [] : [this.t().pool(poolCode)])].join(' · ');
  }
}

/** What stays of the authority; null where it is unknown. */
function leftOf({ authorityCents, forecastCents }: ForecastFigures): number | null {
  return authorityCents === null ? null : authorityCents - forecastCents;
}

const isKnown = ({ authorityCents }: ForecastFigures): boolean => authorityCents !== null;
