import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { RequestBaseline } from '@etatlotse/contracts/project';
import { Clock } from '../platform/clock';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { projectDialogLabels } from './project-dialog.labels';
import { projectLabels } from './project.labels';

/** Asks for the plan to become the baseline: why, and by which decision. */
@Component({
  selector: 'et-project-baseline-form',
  imports: [Button, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().baselineHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p class="et-form-notice">{{ t().baselineEffect }}</p>
      <et-text-field type="lines" [label]="t().baselineReason" [(value)]="reason" [error]="missing(reason())" />
      <div class="et-fields-2">
        <et-text-field [label]="t().document" [(value)]="document" [error]="missing(document())" />
        <et-date-field [label]="t().decidedOn" [(value)]="decidedOn" [error]="missing(decidedOn() ?? '')" />
      </div>
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="verified">{{ t().request }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ProjectBaselineForm {
  readonly version = input.required<number>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<RequestBaseline>();
  readonly closed = output<void>();
  protected readonly t = projectDialogLabels;
  protected readonly words = projectLabels;
  protected readonly reason = signal('');
  protected readonly document = signal('');
  protected readonly decidedOn = signal<string | null>(new Date(inject(Clock).nowMs()).toISOString().slice(0, 10));
  protected readonly hasTried = signal(false);

  protected missing(text: string): string | null {
    return this.hasTried() && text.trim() === '' ? projectLabels().missing : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [reason, document, decidedOn] = [this.reason().trim(), this.document().trim(), this.decidedOn()];
    if (reason === '' || document === '' || decidedOn === null) return;
    this.confirmed.emit({ reason, document, decidedOn, version: this.version() });
  }
}
