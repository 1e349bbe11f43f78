import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { UnusedAuthorityRow, YearEnd } from '@etatlotse/contracts/authority/plain';
import { formatEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { Icon } from '../ui/icon/icon';
import { yearEndLabels } from './year-end.labels';

/** Commitment authorities of the year that nobody has used up: they are not carried over, each with its last day (R11). */
@Component({
  selector: 'et-year-end-authorities',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().question }}</h2>
    <p class="et-finding">{{ t().finding(sum()) }}</p>
    <ul class="et-list-plain et-year-end__list">
      @for (row of yearEnd().unusedAuthorities; track row.id) {
        <li>
          <et-icon [name]="row.isLapsed ? 'cancel' : 'timer'" class="et-icon--warn" />
          <span>
            <a [routerLink]="['/bound-years/authorities', row.id]" queryParamsHandling="preserve">{{ row.purpose }}</a>
            <span class="et-small et-muted et-year-end__sub">{{ clock(row) }}</span>
          </span>
        </li>
      }
    </ul>
  </section>`,
})
export class YearEndAuthorities {
  readonly yearEnd = input.required<YearEnd>();
  protected readonly t = computed(() => yearEndLabels().authorities);
  protected readonly sum = computed(() =>
    formatEuro(this.yearEnd().unusedAuthorities.reduce((sum, { leftCents }) => sum + leftCents, 0)),
  );

  protected clock({ number, leftCents, lastDay, isLapsed }: UnusedAuthorityRow): string {
    const { lapsed, until, open } = this.t();
    const { fiscalYear, nextYear } = this.yearEnd();
    const left = `${number}: ${formatEuro(leftCents)}`;
    if (lastDay === null) return open(left, fiscalYear, nextYear);
    return isLapsed ? lapsed(left, formatDate(lastDay)) : until(left, formatDate(lastDay));
  }
}
