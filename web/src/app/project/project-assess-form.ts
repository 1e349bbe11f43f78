import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { AssessProject } from '@etatlotse/contracts/project';
import { JUDGED_STATUSES } from '@etatlotse/contracts/project/plain';
import { parseRate } from '@etatlotse/domain/shared';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { projectDialogLabels } from './project-dialog.labels';
import { projectLabels } from './project.labels';

/** A person's judgement with its reason; where progress is judged, with the share that is done. */
@Component({
  selector: 'et-project-assess-form',
  imports: [Button, Choice, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().assessHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-choice
        [legend]="t().assessStatus"
        [options]="statuses()"
        [(value)]="status"
        [error]="hasTried() && status() === null ? words().missing : null"
      />
      <et-text-field
        type="lines"
        [label]="t().assessText"
        [(value)]="text"
        [error]="hasTried() && text().trim() === '' ? words().missing : null"
      />
      @if (asksProgress()) {
        <et-text-field
          [label]="t().progress"
          [hint]="t().progressHint"
          [optional]="true"
          [(value)]="progress"
          [error]="hasTried() && share() === undefined ? t().progressWrong : null"
        />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ t().send }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ProjectAssessForm {
  readonly asksProgress = input(false);
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<AssessProject>();
  readonly closed = output<void>();
  protected readonly t = projectDialogLabels;
  protected readonly words = projectLabels;
  protected readonly status = signal<string | null>(null);
  protected readonly text = signal('');
  protected readonly progress = signal('');
  protected readonly hasTried = signal(false);
  protected readonly statuses = computed(() =>
    JUDGED_STATUSES.map((value) => ({ value, label: projectLabels().statuses[value] })),
  );
  /** Basis points; null where nothing was typed, undefined where it is no share. */
  protected readonly share = computed(() => shareOf(this.progress()));

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const status = JUDGED_STATUSES.find((one) => one === this.status());
    const [text, share] = [this.text().trim(), this.share()];
    if (status === undefined || text === '' || share === undefined) return;
    this.confirmed.emit(share === null ? { status, text } : { status, text, progressBasisPoints: share });
  }
}

/** A typed share as basis points; null for nothing, undefined for what is none. */
export function shareOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const read = parseRate(typed, 10_000);
  return read.ok && read.value >= 0 ? read.value : undefined;
}
