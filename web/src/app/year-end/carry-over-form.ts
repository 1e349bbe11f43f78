import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { CarryOverProposal } from '@etatlotse/contracts/authority';
import { CARRY_OVER_KINDS, type CarryOverKind, type YearEndLineRow } from '@etatlotse/contracts/authority/plain';
import { availableAfterCarryOver, uncoveredCents } from '@etatlotse/domain/authority';
import { cents } from '@etatlotse/domain/shared';
import type { ProblemMessage } from '../platform/problem';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { yearEndLabels } from './year-end.labels';
import { readyReasons, reasonFor } from './year-end.reason';

/** Asks for a rest on one line: amount, kind and reason, each with a suggestion that may be changed. */
@Component({
  selector: 'et-carry-over-form',
  imports: [AmountField, Button, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading(row().name)" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-amount-field
        [label]="t().amount"
        [hint]="t().amountHint(euro(row().maximumCents))"
        [(value)]="amount"
        [error]="hasTried() && amount() === null ? t().amountMissing : null"
      />
      <p class="et-small et-muted et-form-notice">{{ effect() }}</p>
      @if (uncovered() > 0) {
        <et-notice kind="warn" class="et-form-notice">{{ t().uncovered(euro(uncovered()), nextYear()) }}</et-notice>
      }
      <et-select [label]="t().kind" [options]="kinds()" [placeholder]="null" [(value)]="kind" />
      <et-text-field
        type="lines"
        [label]="t().reason"
        [hint]="t().reasonHint"
        [(value)]="reason"
        [error]="hasTried() && reason().trim() === '' ? t().reasonMissing : null"
      />
      @if (ready().length > 0) {
        <p class="et-small et-muted" id="ready-reasons">{{ t().ready }}</p>
        <ul class="et-list-plain et-year-end__list" aria-labelledby="ready-reasons">
          @for (one of ready(); track one) {
            <li>
              <button
                type="button"
                class="et-link-button et-year-end__ready"
                [attr.aria-label]="t().take(one)"
                (click)="take(one)"
              >
                {{ one }}
              </button>
            </li>
          }
        </ul>
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().send }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class CarryOverForm {
  readonly row = input.required<YearEndLineRow>();
  readonly nextYear = input.required<number>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<CarryOverProposal>();
  readonly closed = output<void>();
  protected readonly words = yearEndLabels;
  protected readonly t = computed(() => yearEndLabels().form);
  protected readonly euro = (amountCents: number): string => formatEuro(amountCents);
  private readonly earlier = computed(() => this.row().carryOvers.find(({ state }) => state === 'proposed'));

  protected readonly amount = linkedSignal<number | null>(
    () => this.earlier()?.amountCents ?? this.row().necessaryCents,
  );
  protected readonly kind = linkedSignal<string | null>(() => this.earlier()?.kind ?? this.row().kind);
  protected readonly reason = linkedSignal(() => this.earlier()?.reason ?? reasonFor(this.row(), this.nextYear()));
  protected readonly hasTried = signal(false);
  protected readonly kinds = computed(() =>
    CARRY_OVER_KINDS.map((value) => ({ value, label: yearEndLabels().kinds[value] })),
  );
  protected readonly uncovered = computed(() =>
    uncoveredCents(cents(Math.max(this.row().commitmentCents, 0)), cents(this.amount() ?? 0)),
  );

  /** What the amount does in the next year: to the pool, for all its lines, or to the line alone. */
  protected readonly effect = computed(() => {
    const { next, commitmentCents } = this.row();
    const after = availableAfterCarryOver(
      cents(next.availableCents),
      cents(this.amount() ?? 0),
      cents(Math.max(commitmentCents, 0)),
    );
    const [now, then] = [formatEuro(next.availableCents), formatEuro(after)];
    const { effectPool, effectLine } = this.t();
    return next.poolCode === null
      ? effectLine(this.nextYear(), now, then)
      : effectPool(next.poolCode, this.nextYear(), now, then);
  });
  /** Reasons that are not in the text yet. */
  protected readonly ready = computed(() =>
    readyReasons(this.row(), this.nextYear()).filter((one) => !this.reason().includes(one)),
  );

  protected take(one: string): void {
    this.reason.update((text) => [text.trim(), one].filter((part) => part !== '').join(' '));
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const amountCents = this.amount();
    const reason = this.reason().trim();
    if (amountCents === null || reason === '') return;
    const kind: CarryOverKind = CARRY_OVER_KINDS.find((known) => known === this.kind()) ?? this.row().kind;
    this.confirmed.emit({ lineId: this.row().lineId, amountCents, kind, reason });
  }
}
