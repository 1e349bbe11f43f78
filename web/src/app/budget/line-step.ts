import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { OrderRow, TakeOrderStep } from '@etatlotse/contracts/budget';
import { ORDER_STEPS, type OrderStep } from '@etatlotse/domain/budget';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { budgetLabels } from './budget.labels';
import { lineLabels } from './line.labels';

/** One step of an order: how much, when, on which paper. Which steps state an amount is the domain's table. */
@Component({
  selector: 'et-line-step',
  imports: [AmountField, Button, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().stepTitle(name(), order().number)" (closed)="closed.emit()">
    @if (statesAmount()) {
      <et-amount-field [label]="name()" [(value)]="amount" />
    }
    <et-date-field [label]="t().stepDay" [(value)]="day" />
    @if (statesAmount()) {
      <et-text-field [optional]="true" [label]="t().stepDocument" [(value)]="document" />
    }
    @if (problem(); as text) {
      <et-notice kind="bad" [live]="true" [heading]="text" />
    }
    <div class="et-actions et-actions--below">
      <button type="button" etButton="primary" (click)="confirm()">{{ t().take(name()) }}</button>
      <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
    </div>
  </et-dialog>`,
})
export class LineStep {
  readonly order = input.required<OrderRow>();
  readonly step = input.required<OrderStep>();
  readonly today = input.required<string>();
  readonly problem = input<string | null>(null);
  readonly confirmed = output<TakeOrderStep>();
  readonly closed = output<void>();
  protected readonly t = lineLabels;
  protected readonly name = computed(() => budgetLabels().orderSteps[this.step()]);
  protected readonly statesAmount = computed(() => ORDER_STEPS[this.step()].statesAmount);
  /** Placing a reservation and settling what is open are the usual cases: the open amount is offered. */
  protected readonly amount = linkedSignal<number | null>(
    () => this.order().reservedCents || this.order().committedCents,
  );
  protected readonly day = linkedSignal<string | null>(() => this.today());
  protected readonly document = signal('');

  protected confirm(): void {
    this.confirmed.emit({
      step: this.step(),
      bookedOn: this.day() ?? '',
      version: this.order().version,
      ...(this.statesAmount() ? { amountCents: this.amount() ?? 0 } : {}),
      ...(this.document() === '' ? {} : { documentNumber: this.document() }),
    });
  }
}
