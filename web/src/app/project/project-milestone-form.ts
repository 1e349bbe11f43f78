import { ChangeDetectionStrategy, Component, input, linkedSignal, output } from '@angular/core';
import type { ReportMilestone } from '@etatlotse/contracts/project';
import type { ProjectMilestone } from '@etatlotse/contracts/project/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { projectDialogLabels } from './project-dialog.labels';
import { projectLabels } from './project.labels';

/** Says how a milestone stands: reached on a day, or expected, with a range. */
@Component({
  selector: 'et-project-milestone-form',
  imports: [Button, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().milestoneHeading(milestone().name)" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <div class="et-fields-2">
        <et-date-field [label]="t().actualOn" [optional]="true" [(value)]="actualOn" />
        <et-date-field [label]="t().forecastOn" [optional]="true" [(value)]="forecastOn" />
        <et-date-field [label]="t().earliestOn" [hint]="t().rangeHint" [optional]="true" [(value)]="earliestOn" />
        <et-date-field [label]="t().latestOn" [hint]="t().rangeHint" [optional]="true" [(value)]="latestOn" />
      </div>
      <et-text-field type="lines" [label]="t().remark" [optional]="true" [(value)]="remark" />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ t().send }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ProjectMilestoneForm {
  readonly milestone = input.required<ProjectMilestone>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<ReportMilestone>();
  readonly closed = output<void>();
  protected readonly t = projectDialogLabels;
  protected readonly words = projectLabels;
  protected readonly actualOn = linkedSignal(() => this.milestone().actualOn);
  protected readonly forecastOn = linkedSignal(() => this.milestone().forecastOn);
  protected readonly earliestOn = linkedSignal(() => this.milestone().earliestOn);
  protected readonly latestOn = linkedSignal(() => this.milestone().latestOn);
  protected readonly remark = linkedSignal(() => this.milestone().remark);

  protected send(event: Event): void {
    event.preventDefault();
    this.confirmed.emit({
      actualOn: this.actualOn(),
      forecastOn: this.forecastOn(),
      earliestOn: this.earliestOn(),
      latestOn: this.latestOn(),
      remark: this.remark().trim(),
      version: this.milestone().version,
    });
  }
}
