import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RestRow, YearEnd } from '@etatlotse/contracts/authority/plain';
import { LAPSE_WARNING_DAYS } from '@etatlotse/domain/authority';
import { formatEuro, formatNumber, formatPercent } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { Icon } from '../ui/icon/icon';
import { YearEndAuthorities } from './year-end-authorities';
import { yearEndLabels } from './year-end.labels';

/** What runs out soon, and where the last weeks are far above the year (Dezemberfieber). */
@Component({
  selector: 'et-year-end-warnings',
  imports: [Icon, RouterLink, YearEndAuthorities],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
      <h2>{{ t().lapsingQuestion }}</h2>
      @if (yearEnd().lapsing.length > 0) {
        <p class="et-finding">{{ t().lapsingFinding(lapsingSum(), days) }}</p>
        <ul class="et-list-plain et-year-end__list">
          @for (rest of yearEnd().lapsing; track rest.id) {
            <li>
              <et-icon name="timer" class="et-icon--warn" />
              <span>
                <a [routerLink]="['/budget/lines', rest.lineId]" queryParamsHandling="preserve">{{ rest.name }}</a>
                <span class="et-small et-muted et-year-end__sub">{{ clock(rest) }}</span>
              </span>
            </li>
          }
        </ul>
      } @else {
        <p class="et-muted">{{ t().lapsingNone(days) }}</p>
      }
    </section>
    @if (yearEnd().unusedAuthorities.length > 0) {
      <et-year-end-authorities [yearEnd]="yearEnd()" />
    }
    <section class="et-panel">
      <h2>{{ t().feverQuestion }}</h2>
      @if (yearEnd().fever.length > 0) {
        <p class="et-finding">{{ limits() }}</p>
        <ul class="et-list-plain et-year-end__list">
          @for (line of yearEnd().fever.slice(0, shown); track line.lineId) {
            <li>
              <et-icon name="warning" class="et-icon--warn" />
              <span>
                <a [routerLink]="['/budget/lines', line.lineId]" queryParamsHandling="preserve">{{ line.name }}</a>
                <span class="et-small et-muted et-year-end__sub">{{
                  t().feverRow(euro(line.inWindowCents), euro(line.thresholdCents))
                }}</span>
              </span>
            </li>
          }
        </ul>
      } @else {
        <p class="et-muted">{{ t().feverNone(date(yearEnd().feverFrom)) }}</p>
      }
    </section>`,
  host: { class: 'et-stack' },
})
export class YearEndWarnings {
  readonly yearEnd = input.required<YearEnd>();
  protected readonly t = yearEndLabels;
  protected readonly days = formatNumber(LAPSE_WARNING_DAYS);
  protected readonly shown = 6;
  protected readonly date = formatDate;
  protected readonly euro = (cents: number): string => formatEuro(cents);
  protected readonly lapsingSum = computed(() =>
    formatEuro(this.yearEnd().lapsing.reduce((sum, { unusedCents }) => sum + unusedCents, 0)),
  );
  protected readonly limits = computed(() => {
    const { feverFrom, feverLimits } = this.yearEnd();
    return yearEndLabels().feverFinding(
      formatDate(feverFrom),
      formatPercent(feverLimits.percent / 100),
      formatEuro(feverLimits.beyondCents),
    );
  });

  protected clock({ unusedCents, originYear, daysLeft, expiresOn }: RestRow): string {
    return yearEndLabels().lapsingRow(formatEuro(unusedCents), originYear, daysLeft, formatDate(expiresOn));
  }
}
