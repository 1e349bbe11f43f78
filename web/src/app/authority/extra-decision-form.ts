import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { RecordExtraDecision } from '@etatlotse/contracts/authority';
import type { ExtraDetail } from '@etatlotse/contracts/authority/plain';
import { EXTRA_DECIDERS, type ExtraDecider, maySettle } from '@etatlotse/domain/authority';
import { Clock } from '../platform/clock';
import type { ProblemMessage } from '../platform/problem';
import { ruleLabels } from '../platform/rule.labels';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { extraRequestLabels } from './extra-request.labels';

/** Records what was decided by whom and where it is written. Only those stand there who could decide. */
@Component({
  selector: 'et-extra-decision-form',
  imports: [Button, Choice, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().decideHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-choice
        [legend]="t().result"
        [options]="results()"
        [(value)]="result"
        [error]="hasTried() && result() === null ? t().resultMissing : null"
      />
      <et-choice [legend]="t().decider" [options]="deciders()" [(value)]="decider" />
      <et-date-field
        [label]="t().decidedOn"
        [(value)]="day"
        [error]="hasTried() && day() === null ? t().dayMissing : null"
      />
      <et-text-field
        [label]="t().document"
        [hint]="t().documentHint"
        [(value)]="document"
        [error]="hasTried() && !document().trim() ? t().documentMissing : null"
      />
      @if (effect(); as sentence) {
        <et-notice class="et-form-notice" kind="info"
          ><p>{{ sentence }}</p></et-notice
        >
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().decideSave }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ExtraDecisionForm {
  readonly request = input.required<ExtraDetail>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<RecordExtraDecision>();
  readonly closed = output<void>();
  private readonly clock = inject(Clock);
  protected readonly t = extraRequestLabels;
  protected readonly result = signal<string | null>(null);
  protected readonly decider = linkedSignal<string | null>(() => this.request().requiredLevel);
  protected readonly day = signal<string | null>(new Date(this.clock.nowMs()).toISOString().slice(0, 10));
  protected readonly document = signal('');
  protected readonly hasTried = signal(false);

  protected readonly results = computed(() => [
    { value: 'granted', label: this.t().resultGranted },
    { value: 'refused', label: this.t().resultRefused },
  ]);
  protected readonly deciders = computed(() =>
    EXTRA_DECIDERS.filter((decider) => maySettle(decider, this.request().requiredLevel)).map((value) => ({
      value,
      label: ruleLabels().deciders[value],
    })),
  );
  protected readonly effect = computed(() => {
    if (this.result() === null) return null;
    return this.result() === 'granted' ? this.t().decideEffectGranted : this.t().decideEffectRefused;
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [decidedOn, document, decider] = [this.day(), this.document().trim(), this.decider()];
    if (this.result() === null || decidedOn === null || document === '' || decider === null) return;
    this.confirmed.emit({
      isGranted: this.result() === 'granted',
      decider: decider as ExtraDecider,
      decidedOn,
      document,
      version: this.request().version,
    });
  }
}
