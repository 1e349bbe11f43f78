import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Project } from '@etatlotse/contracts/project/plain';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { projectPageLabels } from './project-page.labels';
import { daysText, projectLabels } from './project.labels';

/** The first and the current baseline side by side, and every one there has been. */
@Component({
  selector: 'et-project-baselines',
  imports: [Amount, Button, Notice, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project-baselines.html',
})
export class ProjectBaselines {
  readonly project = input.required<Project>();
  readonly request = output<void>();
  protected readonly t = projectPageLabels;
  protected readonly words = projectLabels;
  protected readonly date = formatDate;

  protected readonly waiting = computed(
    () => this.project().allBaselines.find(({ state }) => state === 'waiting') ?? null,
  );
  protected readonly agreed = computed(() => this.project().allBaselines.filter(({ state }) => state === 'agreed'));
  protected readonly first = computed(() => this.agreed().at(-1) ?? null);
  protected readonly current = computed(() => this.agreed()[0] ?? null);
  protected readonly mayRequest = computed(() => {
    const { mayWrite, state, planDiffers } = this.project();
    const isNeeded = planDiffers || this.current() === null;
    return mayWrite && state !== 'closed' && this.waiting() === null && isNeeded;
  });
  protected readonly finding = computed(() => {
    const { comparison, baselines } = this.project();
    const t = this.t();
    if (comparison === null) return t.earnedNone;
    if (baselines < 2) return t.baselinesSame;
    return t.baselinesMoved(this.shift(comparison.endShiftDays), formatEuro(comparison.differenceCents, true));
  });

  protected shift(days: number | null): string {
    const t = this.t();
    if (days === null) return '–';
    if (days === 0) return t.sameEnd;
    const text = daysText(Math.abs(days), formatNumber(Math.abs(days)));
    return days > 0 ? t.later(text) : t.earlier(text);
  }

  protected day(iso: string | null): string {
    return iso === null ? '–' : formatDate(iso);
  }

  protected nameOf({ number, state }: Project['allBaselines'][number]): string {
    if (number !== null) return this.t().number(formatNumber(number));
    return state === 'waiting' ? this.t().waits : this.t().dismissed;
  }
}
