import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LineDetail, LineForecast } from '@etatlotse/contracts/budget';
import { FORECAST_METHODS, type ForecastMethod } from '@etatlotse/domain/budget';
import { Amount } from '../ui/amount/amount';
import { Chart } from '../ui/chart/chart';
import { formatDate } from '../ui/date/format';
import { ForecastLight } from './forecast-light';
import { forecastLabels } from './forecast.labels';
import { lineSentence } from './forecast.sentence';
import { courseOf } from './line.figures';
import { lineLabels } from './line.labels';

/** The year's course of a line: what is spent, what will probably be, and whether that is allowed. */
@Component({
  selector: 'et-line-course',
  imports: [Amount, Chart, ForecastLight, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-panel' },
  template: `<div class="et-panel__head">
      <h2>{{ l().monthsQuestion }}</h2>
      @if (told(); as forecast) {
        <et-forecast-light [light]="forecast.light" />
      }
    </div>
    <p class="et-finding">{{ sentence() }}</p>
    @if (told(); as forecast) {
      <p class="et-small et-muted">{{ basis() }}</p>
    }
    @if (hasCourse()) {
      <et-chart [chart]="course()" />
    }
    @if (told(); as forecast) {
      <details>
        <summary>{{ t().methodsTitle }}</summary>
        <table class="et-table">
          <thead>
            <tr>
              <th scope="col">{{ t().method }}</th>
              <th scope="col" class="n">{{ t().result }}</th>
              <th scope="col">
                <span class="et-hidden">{{ t().used }}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            @for (method of methods; track method) {
              <tr>
                <th scope="row">{{ wordOf(method) }}</th>
                <td class="n">
                  @if (forecast.byMethod[method] === null) {
                    <span class="et-muted">{{ t().tooLittle }}</span>
                  } @else {
                    <et-amount form="cents" [cents]="forecast.byMethod[method]" />
                  }
                </td>
                <td>{{ method === forecast.method ? t().used : '' }}</td>
              </tr>
            }
          </tbody>
        </table>
        <p class="et-small">
          <a routerLink="/budget/forecast" queryParamsHandling="preserve">{{ t().link }}</a>
        </p>
      </details>
    }`,
})
export class LineCourse {
  readonly line = input.required<LineDetail>();
  readonly forecast = input<LineForecast | null>(null);
  /** Today, `YYYY-MM-DD`. */
  readonly today = input.required<string>();
  protected readonly t = forecastLabels;
  protected readonly l = lineLabels;
  protected readonly methods = FORECAST_METHODS;

  /** A year that is over, or in which nothing happens, needs no forecast. */
  protected readonly told = computed(() => {
    const forecast = this.forecast();
    const isRunning = this.line().fiscalYear === Number(this.today().slice(0, 4));
    return isRunning && forecast !== null && forecast.forecastCents !== 0 ? forecast : null;
  });
  protected readonly course = computed(() => courseOf(this.line(), this.today(), this.told()));
  protected readonly hasCourse = computed(() => this.line().balance.actualCents !== 0 || this.told() !== null);
  protected readonly sentence = computed(() => {
    const forecast = this.told();
    return forecast === null ? this.course().sentence : lineSentence(forecast);
  });
  protected readonly basis = computed(() => {
    const forecast = this.told();
    return forecast === null ? '' : this.t().basis(this.wordOf(forecast.method), formatDate(forecast.asOf));
  });

  protected wordOf(method: ForecastMethod): string {
    const years = this.forecast()?.earlierYears ?? [];
    if (method !== 'season' || years.length === 0) return this.t().methods[method];
    return this.t().seasonOf([...years].sort((a, b) => a - b).join(', '));
  }
}
