import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Project, ProjectPurchase } from '@etatlotse/contracts/project/plain';
import { reasonOf } from '../platform/procurement-advice';
import { procurementLabels } from '../platform/procurement.labels';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { projectPurchaseLabels } from './project-purchase.labels';
import { projectLabels } from './project.labels';

/** What the project buys, each with the way it is awarded and the last day to begin. */
@Component({
  selector: 'et-project-purchases',
  imports: [Amount, Button, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project-purchases.html',
})
export class ProjectPurchases {
  readonly project = input.required<Project>();
  readonly add = output<void>();
  readonly end = output<ProjectPurchase>();
  protected readonly t = projectPurchaseLabels;
  protected readonly words = projectLabels;
  protected readonly ways = procurementLabels;
  protected readonly reason = reasonOf;
  protected readonly day = (iso: string | null): string => (iso === null ? '–' : formatDate(iso));

  protected readonly mayAdd = computed(() => this.project().mayWrite && this.project().state !== 'closed');
  /** How many, how many too late, and which is next. */
  protected readonly finding = computed(() => {
    const { purchases } = this.project();
    const t = this.t();
    if (purchases.length === 0) return t.none;
    const late = purchases.filter(({ advice }) => advice.isLate).length;
    const [next] = purchases
      .filter(({ advice }) => !advice.isLate)
      .toSorted((a, b) => ((a.advice.latestStartOn ?? '') < (b.advice.latestStartOn ?? '') ? -1 : 1));
    return [
      t.finding(formatNumber(purchases.length)),
      late === 0 ? '' : t.late(formatNumber(late)),
      next?.advice.latestStartOn ? t.next(next.name, formatDate(next.advice.latestStartOn)) : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
  });
  protected readonly source = computed(() => {
    const advice = this.project().purchases[0]?.advice;
    if (advice === undefined) return '';
    const words = procurementLabels();
    return [words.source(advice.source), advice.isExample ? words.example : ''].join(' ').trim();
  });
}
