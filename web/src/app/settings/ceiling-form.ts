import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { FrameCeilingRow, SetFrameCeiling } from '@etatlotse/contracts/planning';
import { frameLabels } from '../platform/frame.labels';
import type { ProblemMessage } from '../platform/problem';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { settingsLabels } from './settings.labels';

/**
 * Sets the ceiling of one frame. Whether it is known is a question of its own: 0,00 € forbids planning, unknown does not
 * check it (R26). Nothing is chosen for the person while the ceiling is unknown.
 */
@Component({
  selector: 'et-ceiling-form',
  imports: [AmountField, Button, Choice, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading(name(), year())" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-choice [legend]="t().known" [options]="options()" [(value)]="kind" />
      @if (kind() === 'amount') {
        <et-amount-field [label]="t().label" [(value)]="amountCents" [error]="amountError()" />
      }
      @if (effect(); as sentence) {
        <et-notice class="et-form-notice" [kind]="sentence.kind"
          ><p>{{ sentence.text }}</p></et-notice
        >
      }
      <et-text-field
        type="lines"
        [label]="t().reason"
        [(value)]="reason"
        [error]="hasTried() && !reason().trim() ? t().reasonMissing : null"
      />
      <et-text-field [optional]="true" [label]="t().source" [hint]="t().sourceHint" [(value)]="source" />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class CeilingForm {
  readonly frame = input.required<FrameCeilingRow>();
  readonly year = input.required<number>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<SetFrameCeiling>();
  readonly closed = output<void>();
  protected readonly t = computed(() => settingsLabels().ceiling);
  protected readonly name = computed(() => frameLabels().names[this.frame().frame]);
  /** Follows the frame shown first; what was typed stays when the row is read again. */
  private readonly first = linkedSignal<FrameCeilingRow, FrameCeilingRow>({
    source: () => this.frame(),
    computation: (frame, before) => before?.value ?? frame,
  });
  protected readonly kind = linkedSignal<string | null>(() => (this.first().ceilingCents === null ? null : 'amount'));
  protected readonly amountCents = linkedSignal<number | null>(() => this.first().ceilingCents);
  protected readonly reason = signal('');
  /** Where the last figure came from; of a figure that was not known nothing is kept. */
  protected readonly source = linkedSignal(() => (this.first().ceilingCents === null ? '' : this.first().source));
  protected readonly hasTried = signal(false);

  protected readonly options = computed(() => [
    { value: 'amount', label: this.t().amount },
    { value: 'unknown', label: this.t().unknown },
  ]);
  protected readonly amountError = computed(() =>
    this.hasTried() && this.amountCents() === null ? this.t().amountMissing : null,
  );
  protected readonly effect = computed(() => {
    if (this.kind() === 'unknown') return { kind: 'warn' as const, text: this.t().unknownEffect };
    const amountCents = this.amountCents();
    if (this.kind() !== 'amount' || amountCents === null) {
      return this.hasTried() && this.kind() === null ? { kind: 'bad' as const, text: this.t().amountMissing } : null;
    }
    if (amountCents === 0) return { kind: 'warn' as const, text: this.t().zero };
    const roomCents = amountCents - this.frame().plannedCents;
    return roomCents < 0
      ? { kind: 'warn' as const, text: this.t().roomLess(formatEuro(-roomCents)) }
      : { kind: 'info' as const, text: this.t().roomRest(formatEuro(roomCents)) };
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const ceilingCents = this.kind() === 'unknown' ? null : this.amountCents();
    if (this.kind() === null || (this.kind() === 'amount' && ceilingCents === null) || !this.reason().trim()) return;
    this.confirmed.emit({
      version: this.frame().version,
      ceilingCents,
      reason: this.reason().trim(),
      source: this.source().trim(),
    });
  }
}
