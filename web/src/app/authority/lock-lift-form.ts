import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { LiftLock, Lock, LockLine } from '@etatlotse/contracts/authority';
import { Clock } from '../platform/clock';
import type { ProblemMessage } from '../platform/problem';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { lockFormLabels } from './lock-form.labels';
import { lockPageLabels } from './lock-page.labels';

/** Lifts a lock, wholly or line by line; never without saying what has improved (T17c). */
@Component({
  selector: 'et-lock-lift-form',
  imports: [AmountField, Button, Choice, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './lock-lift-form.html',
})
export class LockLiftForm {
  readonly lock = input.required<Lock>();
  readonly lines = input.required<readonly LockLine[]>();
  readonly isCut = input(false);
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<LiftLock>();
  readonly closed = output<void>();
  private readonly clock = inject(Clock);
  protected readonly t = lockPageLabels;
  protected readonly words = lockFormLabels;
  protected readonly what = signal<string | null>('all');
  protected readonly amounts = signal<ReadonlyMap<string, number>>(new Map());
  protected readonly reason = signal('');
  protected readonly decidedBy = signal('');
  protected readonly document = signal('');
  protected readonly decidedOn = signal<string | null>(new Date(this.clock.nowMs()).toISOString().slice(0, 10));
  protected readonly hasTried = signal(false);

  protected readonly whats = computed(() => [
    { value: 'all', label: lockPageLabels().liftAll(formatEuro(this.lock().heldCents)) },
    { value: 'some', label: lockPageLabels().liftSome },
  ]);
  protected readonly heldLines = computed(() => this.lines().filter(({ heldCents }) => heldCents > 0));
  protected readonly isSome = computed(() => this.what() === 'some');
  protected readonly lacksAmounts = computed(() => this.isSome() && this.amounts().size === 0);

  protected hint(line: LockLine): string {
    return lockPageLabels().liftHint(formatEuro(line.heldCents));
  }

  protected missing(text: string): string | null {
    return this.hasTried() && text.trim() === '' ? lockPageLabels().fieldMissing : null;
  }

  protected setAmount(lineId: string, amountCents: number | null): void {
    const next = new Map(this.amounts());
    if (amountCents === null || amountCents === 0) next.delete(lineId);
    else next.set(lineId, amountCents);
    this.amounts.set(next);
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const decidedOn = this.decidedOn();
    const texts = [this.decidedBy(), this.document(), this.reason()].map((text) => text.trim());
    const [decidedBy = '', document = '', reason = ''] = texts;
    if (decidedOn === null || texts.some((text) => text === '') || this.lacksAmounts()) return;
    const amounts = [...this.amounts()].map(([lineId, amountCents]) => ({ lineId, amountCents }));
    const lift = { version: this.lock().version, decidedOn, decidedBy, document, reason };
    this.confirmed.emit(this.isSome() ? { ...lift, amounts } : lift);
  }
}
