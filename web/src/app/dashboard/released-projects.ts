import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { SnapshotProject } from '@etatlotse/contracts/snapshot/plain';
import type { ProjectStatus } from '@etatlotse/domain/project';
import { Amount } from '../ui/amount/amount';
import { formatNumber, formatWholeEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { IconName } from '../ui/icon/icons';
import { PhoneCards } from '../ui/table/phone-cards';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { AskFigure } from './ask-figure';
import { releasedPartLabels } from './released-parts.labels';

const LOOKS: Readonly<Record<ProjectStatus, { kind: 'ok' | 'warn' | 'bad' | 'plain'; icon: IconName }>> = {
  red: { kind: 'bad', icon: 'error' },
  yellow: { kind: 'warn', icon: 'warning' },
  unknown: { kind: 'plain', icon: 'help' },
  green: { kind: 'ok', icon: 'check_circle' },
};
const WORST_FIRST = Object.keys(LOOKS) as ProjectStatus[];

/** Projects with the status that the rule gives, the first baseline beside the current one, and how old the report is. */
@Component({
  selector: 'et-released-projects',
  imports: [Amount, AskFigure, PhoneCards, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().projects }}</h2>
    <p class="et-finding">{{ finding() }}</p>
    @if (shown().length > 0) {
      <et-scroll [label]="t().projects">
        <table etPhoneCards class="et-table et-cards--pairs">
          <thead>
            <tr>
              <th scope="col">{{ t().project }}</th>
              <th scope="col">{{ t().status }}</th>
              <th scope="col">{{ t().end }}</th>
              <th scope="col" class="n">{{ t().budget }}</th>
              <th scope="col" class="n">{{ t().spent }}</th>
            </tr>
          </thead>
          <tbody>
            @for (project of shown(); track project.id) {
              <tr>
                <th scope="row">{{ project.name }}</th>
                <td [attr.data-label]="t().status">
                  <et-tag [kind]="looks[project.status].kind" [icon]="looks[project.status].icon">{{
                    t().statuses[project.status]
                  }}</et-tag>
                  @for (remark of remarks(project); track remark) {
                    <small class="et-under et-muted">{{ remark }}</small>
                  }
                </td>
                <td class="et-num" [attr.data-label]="t().end">
                  {{ date(project.currentEnd ?? project.plannedEnd)
                  }}<et-ask-figure [figure]="'project.' + project.id + '.end'" [what]="project.name + ', ' + t().end" />
                  <small class="et-under et-muted">{{ endRemark(project) }}</small>
                </td>
                <td class="n" [attr.data-label]="t().budget">
                  <et-amount form="whole" [cents]="project.budgetCents" /><et-ask-figure
                    [figure]="'project.' + project.id + '.budget'"
                    [what]="project.name + ', ' + t().budget"
                  />
                  <small class="et-under et-muted">{{ budgetRemark(project) }}</small>
                </td>
                <td class="n" [attr.data-label]="t().spent">
                  <et-amount form="whole" [cents]="project.actualCents" /><et-ask-figure
                    [figure]="'project.' + project.id + '.actual'"
                    [what]="project.name + ', ' + t().spent"
                  />
                </td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    }`,
})
export class ReleasedProjects {
  readonly projects = input.required<readonly SnapshotProject[]>();
  protected readonly t = releasedPartLabels;
  protected readonly looks = LOOKS;
  protected readonly date = formatDate;
  /** Single projects that are not over, the worst first. */
  protected readonly shown = computed(() =>
    this.projects()
      .filter(({ level, state }) => level === 'project' && state !== 'closed')
      .toSorted(
        (first, second) =>
          WORST_FIRST.indexOf(first.status) - WORST_FIRST.indexOf(second.status) ||
          first.name.localeCompare(second.name, 'de'),
      ),
  );
  protected readonly finding = computed(() => {
    const count = (status: ProjectStatus): string =>
      formatNumber(this.shown().filter((project) => project.status === status).length);
    if (this.shown().length === 0) return this.t().projectsNone;
    return this.t().projectsFinding(count('red'), count('yellow'), formatNumber(this.shown().length));
  });

  protected remarks({ judged, differsFromRule, isStale, reportedOn }: SnapshotProject): readonly string[] {
    const words = this.t();
    return [
      ...(differsFromRule && judged !== null ? [words.judgedOther(words.statuses[judged])] : []),
      isStale ? words.stale(formatDate(reportedOn)) : words.reported(formatDate(reportedOn)),
    ];
  }

  protected endRemark({ originalEnd, currentEnd, slipDays }: SnapshotProject): string {
    const words = this.t();
    if (originalEnd === null) return words.noBaseline;
    const planned = originalEnd === currentEnd ? words.unchangedPlan : words.first(formatDate(originalEnd));
    return slipDays > 0 ? `${planned}, ${words.slip(formatNumber(slipDays))}` : planned;
  }

  protected budgetRemark({ originalBudgetCents, budgetCents }: SnapshotProject): string {
    const words = this.t();
    if (originalBudgetCents === null) return words.noBaseline;
    return originalBudgetCents === budgetCents
      ? words.unchangedPlan
      : words.first(formatWholeEuro(originalBudgetCents));
  }
}
