import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { PoolDetail } from '@etatlotse/contracts/authority';
import type { CreatePool } from '@etatlotse/contracts/budget';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { poolLabels } from './pool.labels';

/** A new cover pool, or another name and note for one; its lines are taken in on its page, where one sees what that does. */
@Component({
  selector: 'et-pool-form',
  imports: [Button, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="pool() === null ? t().add : t().rename" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      @if (pool() === null) {
        <et-text-field [label]="t().code" [hint]="t().codeHint" [(value)]="code" [error]="mistakes().code" />
      }
      <et-text-field [label]="t().nameLabel" [(value)]="name" [error]="mistakes().name" />
      <et-text-field type="lines" [label]="t().note" [hint]="t().noteHint" [(value)]="note" [error]="mistakes().note" />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ pool() === null ? t().create : t().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class PoolForm {
  /** Given where a pool is renamed; its code stays. */
  readonly pool = input<Pick<PoolDetail, 'code' | 'name' | 'budgetNote'> | null>(null);
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<CreatePool>();
  readonly closed = output<void>();
  protected readonly t = poolLabels;
  protected readonly code = linkedSignal(() => this.pool()?.code ?? '');
  protected readonly name = linkedSignal(() => this.pool()?.name ?? '');
  protected readonly note = linkedSignal(() => this.pool()?.budgetNote ?? '');
  private readonly hasTried = signal(false);
  protected readonly mistakes = computed(() => {
    const words = poolLabels();
    const missing = (value: string, sentence: string): string | null =>
      this.hasTried() && value.trim() === '' ? sentence : null;
    return {
      code: missing(this.code(), words.codeMissing),
      name: missing(this.name(), words.nameMissing),
      note: missing(this.note(), words.noteMissing),
    };
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    if (Object.values(this.mistakes()).some((mistake) => mistake !== null)) return;
    this.confirmed.emit({ code: this.code().trim(), name: this.name().trim(), budgetNote: this.note().trim() });
  }
}
