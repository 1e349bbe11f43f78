import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { TakeContractStep } from '@etatlotse/contracts/contract';
import type { ContractDetail, ContractStepName } from '@etatlotse/contracts/contract/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { contractPageLabels } from './contract-page.labels';

/** How a contract ends, or that its notice is taken back; says before it is sent what follows. */
@Component({
  selector: 'et-contract-step-form',
  imports: [Button, Choice, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="isWithdrawal() ? t().withdrawHeading : t().heading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      @if (!isWithdrawal()) {
        <et-choice [legend]="t().how" [large]="true" [options]="options()" [(value)]="step" />
      }
      <div class="et-fields-2">
        <et-date-field
          [label]="step() === 'end' ? t().agreedOn : t().day"
          [(value)]="day"
          [error]="hasTried() && day() === null ? t().fill : null"
        />
        @if (step() === 'end') {
          <et-date-field
            [label]="t().lastDay"
            [(value)]="endsOn"
            [error]="hasTried() && endsOn() === null ? t().fill : null"
          />
        }
      </div>
      <et-text-field
        type="lines"
        [label]="t().reason"
        [(value)]="reason"
        [error]="hasTried() && reason().trim() === '' ? t().fill : null"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ isWithdrawal() ? t().saveWithdraw : t().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ContractStepForm {
  readonly contract = input.required<ContractDetail>();
  readonly today = input.required<string>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<TakeContractStep>();
  readonly closed = output<void>();
  protected readonly t = computed(() => contractPageLabels().step);
  protected readonly isWithdrawal = computed(() => this.contract().stoppedOn !== null);
  protected readonly step = linkedSignal<string | null>(() => (this.contract().notices.length > 0 ? 'notice' : 'end'));
  protected readonly day = linkedSignal<string | null>(() => this.today());
  protected readonly endsOn = signal<string | null>(null);
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);

  protected readonly options = computed(() => {
    const [next] = this.contract().notices;
    const words = this.t();
    return [
      ...(next === undefined
        ? []
        : [{ value: 'notice', label: words.notice, detail: words.noticeDetail(formatDate(next.endsOn)) }]),
      { value: 'end', label: words.end, detail: words.endDetail },
    ];
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [happenedOn, endsOn, reason] = [this.day(), this.endsOn(), this.reason().trim()];
    const step: ContractStepName = this.isWithdrawal() ? 'withdraw' : this.step() === 'end' ? 'end' : 'notice';
    if (happenedOn === null || reason === '' || (step === 'end' && endsOn === null)) return;
    this.confirmed.emit({
      step,
      happenedOn,
      reason,
      version: this.contract().version,
      ...(step === 'end' && endsOn !== null ? { endsOn } : {}),
    });
  }
}
