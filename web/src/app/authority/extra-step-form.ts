import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { extraRequestLabels } from './extra-request.labels';

/** Asks once before a step is taken, with a note where there is room or need for one. */
@Component({
  selector: 'et-extra-step-form',
  imports: [Button, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="heading()" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p class="et-section--close">{{ effect() }}</p>
      @if (hasNote()) {
        <et-text-field
          type="lines"
          [label]="t().note"
          [optional]="!needsNote()"
          [(value)]="note"
          [error]="hasTried() && needsNote() && !note().trim() ? t().noteMissing : null"
        />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ action() }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ExtraStepForm {
  readonly heading = input.required<string>();
  readonly effect = input.required<string>();
  readonly action = input.required<string>();
  readonly hasNote = input(false);
  readonly needsNote = input(false);
  readonly problem = input<ProblemMessage | null>(null);
  /** The note; empty where none was written. */
  readonly confirmed = output<string>();
  readonly closed = output<void>();
  protected readonly t = extraRequestLabels;
  protected readonly note = signal('');
  protected readonly hasTried = signal(false);

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    if (this.needsNote() && !this.note().trim()) return;
    this.confirmed.emit(this.note().trim());
  }
}
