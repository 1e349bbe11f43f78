import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { ObligationRow } from '@etatlotse/contracts/authority/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { commitmentLabels } from './commitment.labels';

/** Asks once, with the reason: the record stays and a counter record undoes it. */
@Component({
  selector: 'et-obligation-reversal',
  imports: [Button, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().reverseOf(obligation().reference)" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      <p>{{ t().reverseHint }}</p>
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-text-field type="lines" [label]="t().reason" [(value)]="reason" [error]="mistake()" />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().reverse }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ cancel() }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ObligationReversal {
  readonly obligation = input.required<ObligationRow>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<string>();
  readonly closed = output<void>();
  protected readonly t = computed(() => commitmentLabels().obligations);
  protected readonly cancel = computed(() => commitmentLabels().form.cancel);
  protected readonly reason = signal('');
  private readonly hasTried = signal(false);
  protected readonly mistake = computed(() =>
    this.hasTried() && this.reason().trim() === '' ? commitmentLabels().form.fill : null,
  );

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    if (this.reason().trim() !== '') this.confirmed.emit(this.reason().trim());
  }
}
