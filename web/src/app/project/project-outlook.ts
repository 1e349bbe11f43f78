import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Project, ProjectDependency, ProjectRisk } from '@etatlotse/contracts/project/plain';
import { formatEuro, formatNumber, formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { Tag } from '../ui/tag/tag';
import { shareText, STATUS_LOOKS } from './project-look';
import { projectPageLabels } from './project-page.labels';
import { projectLabels } from './project.labels';

/** How people see the project, what may happen to it, and what it waits for. */
@Component({
  selector: 'et-project-outlook',
  imports: [Button, Notice, RouterLink, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project-outlook.html',
})
export class ProjectOutlook {
  readonly project = input.required<Project>();
  readonly assess = output<void>();
  readonly risk = output<ProjectRisk | null>();
  readonly wait = output<void>();
  readonly endWait = output<ProjectDependency>();
  protected readonly t = projectPageLabels;
  protected readonly words = projectLabels;
  protected readonly looks = STATUS_LOOKS;
  protected readonly date = formatDate;
  protected readonly share = shareText;
  protected readonly money = (amountCents: number): string => formatEuro(amountCents);
  protected readonly whole = (amountCents: number): string => formatWholeEuro(amountCents);
  protected readonly number = (value: number): string => formatNumber(value);

  protected readonly mayWrite = computed(() => this.project().mayWrite && this.project().state !== 'closed');
  protected readonly blocking = computed(
    () => this.project().dependencies.filter(({ isReached }) => !isReached).length,
  );

  protected rangeOf({ lowCents, highCents, delayDays }: ProjectRisk): string {
    const range = `${formatWholeEuro(lowCents)} – ${formatWholeEuro(highCents)}`;
    return delayDays === 0 ? range : `${range}, ${projectLabels().days(formatNumber(delayDays))}`;
  }
}
