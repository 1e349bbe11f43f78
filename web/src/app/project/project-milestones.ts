import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Project, ProjectMilestone } from '@etatlotse/contracts/project/plain';
import { Clock } from '../platform/clock';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { shareText } from './project-look';
import { projectPageLabels } from './project-page.labels';

/** The milestones with the day that was promised, the day that is expected, and the day on which it happened. */
@Component({
  selector: 'et-project-milestones',
  imports: [Button, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().milestones }}</h2>
    @if (project().milestones.length === 0) {
      <p class="et-finding">{{ t().milestonesNone }}</p>
    } @else {
      <p class="et-finding">{{ finding() }}</p>
      <et-scroll [label]="t().milestones">
        <table class="et-table">
          <thead>
            <tr>
              <th scope="col">{{ t().milestone }}</th>
              <th scope="col" class="n">{{ t().share }}</th>
              <th scope="col">{{ t().firstDay }}</th>
              <th scope="col">{{ t().baselineDay }}</th>
              <th scope="col">{{ t().expected }}</th>
              <th scope="col">{{ t().reached }}</th>
              @if (mayTell()) {
                <th scope="col">
                  <span class="et-hidden">{{ t().tell }}</span>
                </th>
              }
            </tr>
          </thead>
          <tbody>
            @for (milestone of project().milestones; track milestone.id) {
              <tr>
                <th scope="row">
                  {{ milestone.name }}
                  @if (milestone.isDropped) {
                    <et-tag>{{ t().dropped }}</et-tag>
                  }
                  @if (milestone.waiting > 0) {
                    <span class="et-project__sub">{{ t().othersWait(number(milestone.waiting)) }}</span>
                  }
                </th>
                <td class="n">{{ share(milestone.weightBasisPoints) }}</td>
                <td>{{ day(milestone.originalOn) }}</td>
                <td>{{ day(milestone.baselineOn ?? milestone.plannedOn) }}</td>
                <td>{{ day(milestone.forecastOn) }}</td>
                <td>
                  @if (milestone.actualOn; as actual) {
                    <et-tag kind="ok" icon="check_circle">{{ day(actual) }}</et-tag>
                  } @else if (isOverdue(milestone)) {
                    <et-tag kind="bad" icon="schedule">{{ t().overdue }}</et-tag>
                  } @else {
                    {{ t().notReached }}
                  }
                </td>
                @if (mayTell()) {
                  <td>
                    @if (!milestone.isDropped) {
                      <button
                        type="button"
                        etButton="tertiary"
                        [compact]="true"
                        [attr.aria-label]="t().tellOf(milestone.name)"
                        (click)="tell.emit(milestone)"
                      >
                        {{ t().tell }}
                      </button>
                    }
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    }
  </section>`,
})
export class ProjectMilestones {
  readonly project = input.required<Project>();
  readonly tell = output<ProjectMilestone>();
  private readonly clock = inject(Clock);
  protected readonly t = projectPageLabels;
  protected readonly share = shareText;
  protected readonly number = (value: number): string => formatNumber(value);

  protected readonly mayTell = computed(() => this.project().mayWrite && this.project().state !== 'closed');
  protected readonly finding = computed(() => {
    const standing = this.project().milestones.filter(({ isDropped }) => !isDropped);
    const reached = standing.filter(({ actualOn }) => actualOn !== null).length;
    return this.t().milestonesFinding(formatNumber(reached), formatNumber(standing.length));
  });

  protected day(iso: string | null): string {
    return iso === null ? '–' : formatDate(iso);
  }

  protected isOverdue({ baselineOn, plannedOn, isDropped }: ProjectMilestone): boolean {
    return !isDropped && Date.parse(baselineOn ?? plannedOn) < this.clock.nowMs() - 86_400_000;
  }
}
