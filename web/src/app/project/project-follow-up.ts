import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Project, ProjectFollowUp } from '@etatlotse/contracts/project/plain';
import { Amount } from '../ui/amount/amount';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { projectFollowUpLabels } from './project-follow-up.labels';
import { projectLabels } from './project.labels';

/** What operation costs once the project is live, year by year, with the milestone that it moves with. */
@Component({
  selector: 'et-project-follow-up',
  imports: [Amount, Button, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project-follow-up.html',
})
export class ProjectFollowUpCosts {
  readonly project = input.required<Project>();
  readonly add = output<void>();
  readonly end = output<ProjectFollowUp>();
  protected readonly t = projectFollowUpLabels;
  protected readonly words = projectLabels;
  protected readonly date = formatDate;

  protected readonly mayEnd = computed(() => this.project().mayLinkLines);
  protected readonly mayAdd = computed(
    () =>
      this.mayEnd() &&
      this.project().state !== 'closed' &&
      this.project().milestones.some(({ isDropped }) => !isDropped),
  );
  /** The years that anything falls into. */
  protected readonly years = computed(() => [
    ...new Set(this.project().followUps.flatMap(({ years }) => years.map(({ fiscalYear }) => String(fiscalYear)))),
  ]);
  /** The last planned year says what operation costs once everything is live. */
  protected readonly finding = computed(() => {
    const last = this.years().toSorted().at(-1);
    if (last === undefined) return this.project().followUps.length === 0 ? this.t().none : '';
    const sum = this.project().followUps.reduce((total, cost) => total + this.amountIn(cost, last), 0);
    return this.t().finding(formatEuro(sum), last);
  });

  protected amountIn({ years }: ProjectFollowUp, year: string): number {
    return years.find(({ fiscalYear }) => String(fiscalYear) === year)?.amountCents ?? 0;
  }
}
