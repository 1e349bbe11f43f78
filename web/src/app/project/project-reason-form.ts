import { ChangeDetectionStrategy, Component, input, linkedSignal, output, signal } from '@angular/core';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { type Option, Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { projectDialogLabels } from './project-dialog.labels';
import { projectLabels } from './project.labels';

/** What is asked before something changes: a reason that stays, and where there is one, a choice. */
export interface ReasonQuestion {
  readonly heading: string;
  readonly effect: string;
  readonly send: string;
  readonly reason: 'required' | 'optional' | 'none';
  readonly choice?: { readonly label: string; readonly options: readonly Option[]; readonly value: string | null };
}

export interface ReasonAnswer {
  readonly reason: string;
  readonly choice: string | null;
}

/** Asks why, and if need be where to or until when. */
@Component({
  selector: 'et-project-reason-form',
  imports: [Button, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="question().heading" (closed)="closed.emit()">
    <form novalidate (submit)="answer($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      @if (question().effect) {
        <p class="et-form-notice">{{ question().effect }}</p>
      }
      @if (question().choice; as asked) {
        <et-select [label]="asked.label" [placeholder]="null" [options]="asked.options" [(value)]="choice" />
      }
      @if (question().reason !== 'none') {
        <et-text-field
          type="lines"
          [label]="t().reason"
          [hint]="t().reasonHint"
          [optional]="question().reason === 'optional'"
          [(value)]="reason"
          [error]="isMissing() ? words().missing : null"
        />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ question().send }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ProjectReasonForm {
  readonly question = input.required<ReasonQuestion>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<ReasonAnswer>();
  readonly closed = output<void>();
  protected readonly t = projectDialogLabels;
  protected readonly words = projectLabels;
  protected readonly reason = signal('');
  protected readonly choice = linkedSignal(() => this.question().choice?.value ?? null);
  protected readonly hasTried = signal(false);

  protected isMissing(): boolean {
    return this.hasTried() && this.question().reason === 'required' && this.reason().trim() === '';
  }

  protected answer(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    if (!this.isMissing()) this.confirmed.emit({ reason: this.reason().trim(), choice: this.choice() });
  }
}
