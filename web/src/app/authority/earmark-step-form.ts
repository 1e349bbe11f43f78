import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { TakeEarmarkStep } from '@etatlotse/contracts/authority';
import {
  EARMARK_MONEY_STEPS,
  EARMARK_STEPS,
  type EarmarkDetail,
  type EarmarkStepName,
} from '@etatlotse/contracts/authority/plain';
import { mayProofBecome, type ProofState } from '@etatlotse/domain/authority';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { earmarkLabels } from './earmark.labels';

const PROOF: Partial<Readonly<Record<EarmarkStepName, ProofState>>> = {
  proof_submitted: 'submitted',
  proof_accepted: 'accepted',
  proof_open: 'open',
};

/** What happened to a grant; says before it is sent what follows from it. */
@Component({
  selector: 'et-earmark-step-form',
  imports: [AmountField, Button, DateField, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-select
        [label]="t().step"
        [options]="options()"
        [(value)]="step"
        [error]="hasTried() && chosen() === null ? t().fill : null"
      />
      @if (chosen(); as name) {
        <et-notice class="et-form-notice" kind="info"
          ><p>{{ t().effects[name] }}</p></et-notice
        >
      }
      @if (isMoney()) {
        <et-amount-field
          [label]="t().amount"
          [(value)]="amountCents"
          [error]="hasTried() && amountCents() === null ? t().fill : null"
        />
      }
      <div class="et-fields-2">
        <et-date-field [label]="t().day" [(value)]="day" [error]="hasTried() && day() === null ? t().fill : null" />
        <et-text-field [label]="t().document" [optional]="true" [(value)]="document" />
      </div>
      <et-text-field type="lines" [label]="t().note" [optional]="true" [(value)]="note" />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class EarmarkStepForm {
  readonly earmark = input.required<EarmarkDetail>();
  readonly today = input.required<string>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<TakeEarmarkStep>();
  readonly closed = output<void>();
  protected readonly t = computed(() => earmarkLabels().stepForm);

  protected readonly step = signal<string | null>(null);
  protected readonly amountCents = signal<number | null>(null);
  protected readonly day = linkedSignal<string | null>(() => this.today());
  protected readonly document = signal('');
  protected readonly note = signal('');
  protected readonly hasTried = signal(false);

  /** Only what can happen now: a proof is submitted before it is accepted, nothing is paid back before it came. */
  protected readonly options = computed(() => {
    const { proofState, receivedCents, refundedCents } = this.earmark();
    return EARMARK_STEPS.filter((name) => {
      const proof = PROOF[name];
      if (proof !== undefined) return mayProofBecome(proofState, proof);
      return name !== 'refund' || receivedCents > refundedCents;
    }).map((value) => ({ value, label: earmarkLabels().steps[value] }));
  });
  protected readonly chosen = computed(() => EARMARK_STEPS.find((name) => name === this.step()) ?? null);
  protected readonly isMoney = computed(() => EARMARK_MONEY_STEPS.some((name) => name === this.chosen()));

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [step, day, amountCents] = [this.chosen(), this.day(), this.amountCents()];
    if (step === null || day === null || (this.isMoney() && amountCents === null)) return;
    this.confirmed.emit({
      step,
      happenedOn: day,
      documentNumber: this.document().trim(),
      note: this.note().trim(),
      version: this.earmark().version,
      ...(this.isMoney() && amountCents !== null ? { amountCents } : {}),
    });
  }
}
