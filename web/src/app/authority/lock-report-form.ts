import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { ReportLock } from '@etatlotse/contracts/authority';
import { Clock } from '../platform/clock';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { lockPageLabels } from './lock-page.labels';

/** Records when and with which paper the council was told: this closes the task (T17c). */
@Component({
  selector: 'et-lock-report-form',
  imports: [Button, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().reportHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-date-field
        [label]="t().reportedOn"
        [(value)]="reportedOn"
        [error]="hasTried() && reportedOn() === null ? t().fieldMissing : null"
      />
      <et-text-field
        [label]="t().reportDocument"
        [(value)]="document"
        [error]="hasTried() && document().trim() === '' ? t().fieldMissing : null"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class LockReportForm {
  readonly version = input.required<number>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<ReportLock>();
  readonly closed = output<void>();
  private readonly clock = inject(Clock);
  protected readonly t = lockPageLabels;
  protected readonly reportedOn = signal<string | null>(new Date(this.clock.nowMs()).toISOString().slice(0, 10));
  protected readonly document = signal('');
  protected readonly hasTried = signal(false);

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const reportedOn = this.reportedOn();
    const document = this.document().trim();
    if (reportedOn === null || document === '') return;
    this.confirmed.emit({ version: this.version(), reportedOn, document });
  }
}
