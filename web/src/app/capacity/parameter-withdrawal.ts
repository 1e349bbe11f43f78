import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal } from '@angular/core';
import type { ParameterEntry } from '@etatlotse/contracts/capacity/plain';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { ParameterEffectView } from './parameter-effect';
import { figureName, figureText } from './parameter-look';
import { parameterLabels } from './parameter.labels';
import { ParameterStore } from './parameter.store';

/** Takes a figure back that was recorded wrongly; says first what that moves. */
@Component({
  selector: 'et-parameter-withdrawal',
  imports: [Button, Dialog, Loading, Notice, ParameterEffectView, TextField],
  providers: [ParameterStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().withdrawHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (store.problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p>{{ text() }}</p>
      @if (store.effect(); as seen) {
        <et-parameter-effect [effect]="seen" />
      } @else if (store.isAsking()) {
        <et-loading [lines]="3" />
      }
      <et-text-field
        type="lines"
        [label]="t().reason"
        [(value)]="reason"
        [error]="hasTried() && reason().trim() === '' ? t().fill : null"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().withdraw }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ParameterWithdrawal {
  readonly entry = input.required<ParameterEntry>();
  readonly year = input.required<number>();
  readonly done = output<void>();
  readonly closed = output<void>();
  protected readonly store = inject(ParameterStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = parameterLabels;
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly text = computed(() => {
    const entry = this.entry();
    return this.t().withdrawText(figureName(entry), figureText(entry), formatDate(entry.validFrom));
  });

  constructor() {
    effect(() => void this.store.ask({ fiscalYear: this.year(), withdraws: this.entry().id }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const reason = this.reason().trim();
    if (reason === '' || !(await this.store.withdraw(this.entry().id, reason))) return;
    this.toasts.show(this.t().withdrawDone);
    this.done.emit();
  }
}
