import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { DisposeDevices } from '@etatlotse/contracts/device';
import type { BatchDetail } from '@etatlotse/contracts/device/plain';
import { DISPOSAL_REASONS, type DisposalReason } from '@etatlotse/domain/device';
import type { ProblemMessage } from '../platform/problem';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { batchLabels } from './batch.labels';
import { deviceLabels } from './device.labels';

/** Devices leave the stock: how many, when and why. */
@Component({
  selector: 'et-disposal-form',
  imports: [Button, Choice, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().disposeHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <div class="et-fields-2">
        <et-text-field
          [label]="t().disposeQuantity"
          [hint]="t().disposeHint(left())"
          [(value)]="quantity"
          [error]="hasTried() && count() === null ? words().number : null"
        />
        <et-date-field
          [label]="t().disposedOn"
          [(value)]="day"
          [error]="hasTried() && day() === null ? words().fill : null"
        />
      </div>
      <et-choice
        [legend]="t().disposalReason"
        [options]="reasons()"
        [(value)]="reason"
        [error]="hasTried() && reason() === null ? words().fill : null"
      />
      <et-text-field type="lines" [label]="t().remark" [optional]="true" [(value)]="remark" />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().dispose }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class DisposalForm {
  readonly batch = input.required<BatchDetail>();
  readonly today = input.required<string>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<DisposeDevices>();
  readonly closed = output<void>();
  protected readonly t = computed(() => batchLabels().batch);
  protected readonly words = deviceLabels;
  protected readonly quantity = signal('');
  protected readonly day = linkedSignal<string | null>(() => this.today());
  protected readonly reason = signal<string | null>(null);
  protected readonly remark = signal('');
  protected readonly hasTried = signal(false);
  protected readonly left = computed(() => formatNumber(this.batch().left));
  protected readonly count = computed(() => {
    const typed = this.quantity().trim();
    return /^[1-9][0-9]{0,5}$/.test(typed) ? Number(typed) : null;
  });
  protected readonly reasons = computed(() =>
    DISPOSAL_REASONS.map((value) => ({ value, label: deviceLabels().disposals[value] })),
  );

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [quantity, disposedOn, disposalReason] = [this.count(), this.day(), this.reason()];
    if (quantity === null || disposedOn === null || disposalReason === null) return;
    this.confirmed.emit({
      quantity,
      disposedOn,
      disposalReason: disposalReason as DisposalReason,
      remark: this.remark().trim(),
      version: this.batch().version,
    });
  }
}
