import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal } from '@angular/core';
import type { ParameterEffect, ParameterEntry } from '@etatlotse/contracts/capacity/plain';
import { command } from '../platform/command';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { ParameterEffectView } from './parameter-effect';
import { figureName, figureText } from './parameter-look';
import { ParameterClient } from './parameter.client';
import { parameterLabels } from './parameter.labels';

/** Takes a figure back that was recorded wrongly; says first what that moves. */
@Component({
  selector: 'et-parameter-withdrawal',
  imports: [Button, Dialog, Loading, Notice, ParameterEffectView, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().withdrawHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p>{{ text() }}</p>
      @if (moved(); as seen) {
        <et-parameter-effect [effect]="seen" />
      } @else if (ask.isRunning()) {
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
  private readonly client = inject(ParameterClient);
  private readonly toasts = inject(Toasts);
  protected readonly t = parameterLabels;
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly moved = signal<ParameterEffect | null>(null);
  protected readonly ask = command((withdraws: string, fiscalYear: number) =>
    this.client.effect({ fiscalYear, withdraws }),
  );
  private readonly withdraw = command((id: string, reason: string) => this.client.withdraw(id, reason));
  protected readonly problem = computed(() => this.withdraw.problem() ?? this.ask.problem());
  protected readonly text = computed(() => {
    const entry = this.entry();
    return this.t().withdrawText(figureName(entry), figureText(entry), formatDate(entry.validFrom));
  });

  constructor() {
    effect(() => void this.look(this.entry().id, this.year()));
  }

  private async look(id: string, year: number): Promise<void> {
    this.moved.set(await this.ask.run(id, year));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const reason = this.reason().trim();
    if (reason === '' || (await this.withdraw.run(this.entry().id, reason)) === null) return;
    this.toasts.show(this.t().withdrawDone);
    this.done.emit();
  }
}
