import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Project } from '@etatlotse/contracts/project/plain';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { projectPageLabels } from './project-page.labels';

/** What is different from a month ago, in a sentence and three figures. */
@Component({
  selector: 'et-project-month',
  imports: [Amount],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().month(date(month().since)) }}</h2>
    <p class="et-finding">{{ sentence() }}</p>
    <dl class="et-facts">
      @if (month().plannedCents !== null) {
        <dt>{{ t().monthPlanned }}</dt>
        <dd><et-amount form="cents" [signed]="true" [cents]="month().plannedCents" /></dd>
      }
      @if (month().earnedCents !== null) {
        <dt>{{ t().monthEarned }}</dt>
        <dd><et-amount form="cents" [signed]="true" [cents]="month().earnedCents" /></dd>
      }
      <dt>{{ t().monthSpent }}</dt>
      <dd><et-amount form="cents" [signed]="true" [cents]="month().spentCents" /></dd>
    </dl>
  </section>`,
})
export class ProjectMonthPanel {
  readonly project = input.required<Project>();
  protected readonly t = projectPageLabels;
  protected readonly date = formatDate;
  protected readonly month = computed(() => this.project().month);
  protected readonly sentence = computed(() => {
    const { reached, events, spentCents } = this.month();
    const words = this.t();
    if (reached.length === 0 && events === 0 && spentCents === 0) return words.monthNothing;
    const milestones = reached.length === 0 ? words.monthNone : words.monthReached(reached.join(', '));
    return events === 0 ? milestones : `${milestones} ${words.monthEvents(formatNumber(events), events === 1)}`;
  });
}
