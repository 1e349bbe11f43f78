import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { MeetingRow } from '@etatlotse/contracts/council/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { councilLabels } from './council.labels';

export type MeetingStep = 'move' | 'cancel';

/** A meeting on another day, or none at all. */
@Component({
  selector: 'et-meeting-step-form',
  imports: [Button, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="heading()" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      @if (step() === 'move') {
        <et-date-field
          [label]="t().newDay"
          [(value)]="day"
          [error]="hasTried() && day() === null ? words().fill : null"
        />
      } @else {
        <et-text-field
          type="lines"
          [label]="t().reason"
          [(value)]="reason"
          [error]="hasTried() && reason().trim() === '' ? words().fill : null"
        />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ step() === 'move' ? t().saveMove : t().saveCancel }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancelButton }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class MeetingStepForm {
  readonly meeting = input.required<MeetingRow>();
  readonly step = input.required<MeetingStep>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly moved = output<string>();
  readonly cancelled = output<string>();
  readonly closed = output<void>();
  protected readonly words = councilLabels;
  protected readonly t = computed(() => councilLabels().stepForm);
  protected readonly day = linkedSignal<string | null>(() => this.meeting().heldOn);
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly heading = computed(() =>
    this.t()[this.step()](this.meeting().body.name, formatDate(this.meeting().heldOn)),
  );

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [day, reason] = [this.day(), this.reason().trim()];
    if (this.step() === 'move' && day !== null) this.moved.emit(day);
    if (this.step() === 'cancel' && reason !== '') this.cancelled.emit(reason);
  }
}
