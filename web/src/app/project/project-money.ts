import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Project, ProjectLine } from '@etatlotse/contracts/project/plain';
import { Amount } from '../ui/amount/amount';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import type { BarChart } from '../ui/chart/chart.types';
import { Scroll } from '../ui/table/scroll';
import { projectPageLabels } from './project-page.labels';
import { projectLabels } from './project.labels';

/** Money by year from the ledger, beside what the baseline says, and the lines it comes from. */
@Component({
  selector: 'et-project-money',
  imports: [Amount, Button, Chart, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project-money.html',
})
export class ProjectMoney {
  readonly project = input.required<Project>();
  readonly link = output<void>();
  readonly endLink = output<ProjectLine>();
  protected readonly t = projectPageLabels;
  protected readonly words = projectLabels;
  protected readonly mayLink = computed(() => this.project().mayLinkLines && this.project().state !== 'closed');

  protected readonly chart = computed<BarChart | null>(() => {
    const { years, actualCents } = this.project();
    const t = this.t();
    const all = [...new Set(years.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
    if (all.length === 0) return null;
    const sums = (amount: (year: Project['years'][number]) => number): number[] =>
      all.map((at) => years.filter(({ fiscalYear }) => fiscalYear === at).reduce((sum, one) => sum + amount(one), 0));
    return {
      kind: 'bar',
      question: t.cashQuestion,
      sentence: t.cashSentence(formatEuro(actualCents)),
      unit: 'cents',
      categories: all.map(String),
      series: [
        { label: t.baseline, tone: 'plan', values: sums((one) => one.baselineCents ?? 0) },
        { label: t.actual, tone: 'ist', values: sums((one) => one.actualCents) },
        { label: t.bound, tone: 'obligo', values: sums((one) => one.committedCents) },
      ],
    };
  });

  protected span({ fromYear, toYear }: ProjectLine): string {
    const t = this.t();
    return toYear === null ? t.since(String(fromYear)) : t.until(String(fromYear), String(toYear));
  }
}
