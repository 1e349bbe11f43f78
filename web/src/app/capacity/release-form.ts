import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { MoveRelease } from '@etatlotse/contracts/capacity';
import type { MilestoneRow, ReleaseRow, UnitPostName } from '@etatlotse/contracts/capacity/plain';
import { RELEASE_STAGES, type ReleaseStage } from '@etatlotse/domain/capacity';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { releaseLabels } from './release.labels';

/** The next stage with its evidence, or an earlier one. */
@Component({
  selector: 'et-release-form',
  imports: [Button, Choice, DateField, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().formHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p class="et-finding">{{ entry().name }}</p>
      <et-choice [legend]="t().newStage" [options]="stages()" [(value)]="stage" />
      @switch (stage()) {
        @case ('planned') {
          <et-select
            [label]="t().milestone"
            [hint]="t().milestoneHint"
            [optional]="true"
            [options]="milestoneOptions()"
            [(value)]="milestoneId"
          />
        }
        @case ('measured') {
          <et-date-field
            [label]="t().surveyedOn"
            [(value)]="surveyedOn"
            [error]="hasTried() && surveyedOn() === null ? t().missing : null"
          />
          <et-text-field
            [label]="t().hours"
            [(value)]="hours"
            [error]="hasTried() && measured() === null ? t().notWhole : null"
          />
        }
        @case ('realised') {
          <et-select
            [label]="t().post"
            [options]="postOptions()"
            [(value)]="postId"
            [error]="hasTried() && postId() === null ? t().missing : null"
          />
        }
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ t().send }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ReleaseForm {
  readonly entry = input.required<ReleaseRow>();
  readonly milestones = input<readonly MilestoneRow[]>([]);
  readonly posts = input<readonly UnitPostName[]>([]);
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<MoveRelease>();
  readonly closed = output<void>();
  protected readonly t = releaseLabels;
  /** One step up is proposed; from the last one there is only a way back. */
  protected readonly stage = linkedSignal<string | null>(() => {
    const at = RELEASE_STAGES.indexOf(this.entry().stage);
    return RELEASE_STAGES[at + 1] ?? RELEASE_STAGES[at - 1] ?? null;
  });
  protected readonly milestoneId = signal<string | null>(null);
  protected readonly surveyedOn = signal<string | null>(null);
  protected readonly hours = linkedSignal(() => String(this.entry().runRateHours));
  protected readonly postId = signal<string | null>(null);
  protected readonly hasTried = signal(false);
  protected readonly stages = computed(() =>
    RELEASE_STAGES.filter((value) => value !== this.entry().stage).map((value) => ({
      value,
      label: this.t().stages[value],
    })),
  );
  protected readonly milestoneOptions = computed(() =>
    this.milestones().map(({ id, name, project, goLiveOn }) => ({
      value: id,
      label: `${project}: ${name} (${formatDate(goLiveOn)})`,
    })),
  );
  protected readonly postOptions = computed(() =>
    this.posts().map(({ id, number, name, hasNote }) => ({
      value: id,
      label: `${number} ${name}${hasNote ? ' (kw)' : ''}`,
    })),
  );
  protected readonly measured = computed(() => {
    const digits = this.hours().trim().replace('.', '');
    return /^-?\d{1,7}$/.test(digits) ? Number(digits) : null;
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const stage = RELEASE_STAGES.find((one) => one === this.stage());
    const evidence = stage === undefined ? null : this.evidenceOf(stage);
    if (stage !== undefined && evidence !== null) {
      this.confirmed.emit({ stage, ...evidence, version: this.entry().version });
    }
  }

  /** What the stage rests on; null while it is not filled in. On the way back nothing is asked. */
  private evidenceOf(stage: ReleaseStage): Omit<MoveRelease, 'stage' | 'version'> | null {
    if (RELEASE_STAGES.indexOf(stage) < RELEASE_STAGES.indexOf(this.entry().stage)) return {};
    const [milestoneId, surveyedOn, postId, runRateHours] = [
      this.milestoneId(),
      this.surveyedOn(),
      this.postId(),
      this.measured(),
    ];
    switch (stage) {
      case 'measured':
        return surveyedOn === null || runRateHours === null ? null : { surveyedOn, runRateHours };
      case 'realised':
        return postId === null ? null : { postId };
      default:
        return milestoneId === null ? {} : { milestoneId };
    }
  }
}
