import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { AddGoal, ChangeGoal } from '@etatlotse/contracts/rollout';
import { CAPABILITIES, type RolloutGoal } from '@etatlotse/contracts/rollout/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { type Option, Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { rolloutDialogLabels } from './rollout-dialog.labels';
import { rolloutLabels } from './rollout.labels';

/** What is to be everywhere by when. Another day for a goal asks why; the first one stays. */
@Component({
  selector: 'et-rollout-goal-form',
  imports: [Button, DateField, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="goal() ? t().goalChange : t().goalNew" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-text-field [label]="t().name" [(value)]="name" [error]="missing(name().trim() === '')" />
      <et-text-field
        [label]="t().counted"
        [hint]="t().countedHint"
        [(value)]="counted"
        [error]="missing(counted().trim() === '')"
      />
      <et-date-field [label]="t().goalOn" [(value)]="goalOn" [error]="missing(goalOn() === null)" />
      @if (goal() === null) {
        <et-select
          [label]="t().capability"
          [placeholder]="t().noCapability"
          [optional]="true"
          [options]="capabilities()"
          [(value)]="capability"
        />
        <et-select
          [label]="t().goalProject"
          [placeholder]="t().ownProject"
          [optional]="true"
          [options]="projects()"
          [(value)]="projectId"
        />
      } @else if (isMoved()) {
        <et-text-field
          type="lines"
          [label]="t().movedReason"
          [hint]="t().movedHint"
          [(value)]="reason"
          [error]="missing(reason().trim() === '')"
        />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ words().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class RolloutGoalForm {
  /** Null for a new one. */
  readonly goal = input<RolloutGoal | null>(null);
  readonly projects = input<readonly Option[]>([]);
  readonly problem = input<ProblemMessage | null>(null);
  readonly added = output<AddGoal>();
  readonly changed = output<ChangeGoal>();
  readonly closed = output<void>();
  protected readonly t = rolloutDialogLabels;
  protected readonly words = rolloutLabels;
  protected readonly name = linkedSignal(() => this.goal()?.name ?? '');
  protected readonly counted = linkedSignal(() => this.goal()?.counted ?? '');
  protected readonly goalOn = linkedSignal<string | null>(() => this.goal()?.goalOn ?? null);
  protected readonly capability = signal<string | null>(null);
  protected readonly projectId = signal<string | null>(null);
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly isMoved = computed(() => this.goal() !== null && this.goal()?.goalOn !== this.goalOn());
  protected readonly capabilities = computed(() =>
    CAPABILITIES.map((value) => ({ value, label: this.words().capabilities[value] })),
  );

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? this.words().missing : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [goal, name, counted, goalOn] = [this.goal(), this.name().trim(), this.counted().trim(), this.goalOn()];
    const reason = this.reason().trim();
    if (name === '' || counted === '' || goalOn === null || (this.isMoved() && reason === '')) return;
    if (goal !== null) {
      this.changed.emit({ name, counted, goalOn, reason, version: goal.version });
      return;
    }
    const [capability, projectId] = [CAPABILITIES.find((one) => one === this.capability()) ?? null, this.projectId()];
    this.added.emit({ name, counted, goalOn, capability, ...(projectId === null ? {} : { projectId }) });
  }
}
