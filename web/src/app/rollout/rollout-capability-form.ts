import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { TellCapability } from '@etatlotse/contracts/rollout';
import {
  type Capability,
  type CapabilityCell,
  ROLLOUT_STATES,
  type RolloutUnit,
} from '@etatlotse/contracts/rollout/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { rolloutDialogLabels } from './rollout-dialog.labels';
import { rolloutLabels } from './rollout.labels';

/** How a capability stands in a unit: planned, pilot or live, each with its day. */
@Component({
  selector: 'et-rollout-capability-form',
  imports: [Button, Choice, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="heading()" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-choice [legend]="t().state" [options]="states()" [(value)]="state" />
      @if (state() === 'planned') {
        <et-date-field [label]="t().plannedOn" [optional]="true" [(value)]="plannedOn" />
      } @else {
        <et-date-field
          [label]="t().pilotOn"
          [optional]="state() === 'live'"
          [(value)]="pilotOn"
          [error]="missing(state() === 'pilot' && pilotOn() === null)"
        />
      }
      @if (state() === 'live') {
        <et-date-field
          [label]="t().liveOn"
          [(value)]="liveOn"
          [error]="isBeforePilot() ? t().liveBeforePilot : missing(liveOn() === null)"
        />
      }
      <et-text-field
        type="lines"
        [label]="t().note"
        [hint]="t().noteHint"
        [optional]="!isBack()"
        [(value)]="note"
        [error]="missing(isBack() && note().trim() === '')"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ words().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class RolloutCapabilityForm {
  readonly unit = input.required<RolloutUnit>();
  readonly capability = input.required<Capability>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<TellCapability>();
  readonly closed = output<void>();
  protected readonly t = rolloutDialogLabels;
  protected readonly words = rolloutLabels;
  private readonly cell = computed<CapabilityCell | null>(
    () => this.unit().cells.find(({ capability }) => capability === this.capability()) ?? null,
  );
  protected readonly heading = computed(() =>
    this.t().capabilityHeading(this.words().capabilities[this.capability()], this.unit().name),
  );
  protected readonly state = linkedSignal<string | null>(() => this.cell()?.state ?? 'planned');
  protected readonly plannedOn = linkedSignal<string | null>(() => this.cell()?.plannedOn ?? null);
  protected readonly pilotOn = linkedSignal<string | null>(() => this.cell()?.pilotOn ?? null);
  protected readonly liveOn = linkedSignal<string | null>(() => this.cell()?.liveOn ?? null);
  protected readonly note = signal('');
  protected readonly hasTried = signal(false);
  protected readonly states = computed(() =>
    ROLLOUT_STATES.map((value) => ({ value, label: this.words().states[value] })),
  );
  protected readonly isBeforePilot = computed(() => {
    const [pilot, live] = [this.pilotOn(), this.liveOn()];
    return pilot !== null && live !== null && live < pilot;
  });
  protected readonly isBack = computed(() => {
    const before = this.cell()?.state;
    if (before === undefined) return false;
    return ROLLOUT_STATES.findIndex((one) => one === this.state()) < ROLLOUT_STATES.indexOf(before);
  });

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? this.words().missing : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const state = ROLLOUT_STATES.find((one) => one === this.state()) ?? 'planned';
    const [pilotOn, liveOn, note] = [this.pilotOn(), this.liveOn(), this.note().trim()];
    if (state === 'pilot' && pilotOn === null) return;
    if (state === 'live' && (liveOn === null || this.isBeforePilot())) return;
    if (this.isBack() && note === '') return;
    this.confirmed.emit({
      state,
      plannedOn: this.plannedOn(),
      pilotOn: state === 'planned' ? null : pilotOn,
      liveOn: state === 'live' ? liveOn : null,
      note,
      version: this.cell()?.version ?? 0,
    });
  }
}
