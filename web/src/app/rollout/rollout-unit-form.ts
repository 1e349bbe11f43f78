import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import type { AddRolloutUnit } from '@etatlotse/contracts/rollout';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { type Option, Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { Notice } from '../ui/notice/notice';
import { rolloutDialogLabels } from './rollout-dialog.labels';
import { rolloutLabels } from './rollout.labels';

/** Takes a unit into the roll-out. */
@Component({
  selector: 'et-rollout-unit-form',
  imports: [Button, Dialog, Notice, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().unitHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-select
        [label]="t().unit"
        [options]="units()"
        [(value)]="unitId"
        [error]="hasTried() && unitId() === null ? words().missing : null"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ words().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class RolloutUnitForm {
  readonly units = input.required<readonly Option[]>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<AddRolloutUnit>();
  readonly closed = output<void>();
  protected readonly t = rolloutDialogLabels;
  protected readonly words = rolloutLabels;
  protected readonly unitId = signal<string | null>(null);
  protected readonly hasTried = signal(false);

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const unitId = this.unitId();
    if (unitId !== null) this.confirmed.emit({ unitId });
  }
}
