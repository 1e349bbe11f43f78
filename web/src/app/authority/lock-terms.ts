import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { LOCK_METHODS, LOCK_SPREADS, type LockMethod, type LockSpread } from '@etatlotse/contracts/authority/plain';
import { formatNumber } from '../ui/amount/format';
import { Choice } from '../ui/choice/choice';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { LockDraft, TYPED_LINES } from './lock-draft.store';
import { lockFormLabels } from './lock-form.labels';

/** How much: a share of every line, one sum spread over all, or an amount for each line. */
@Component({
  selector: 'et-lock-terms',
  imports: [AmountField, Choice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-choice
      large
      [legend]="t().howMuch"
      [options]="methods()"
      [value]="draft.method()"
      (valueChange)="take($event)"
    />
    @switch (draft.method()) {
      @case ('percentage') {
        <et-text-field
          [label]="t().percent"
          [hint]="t().percentHint"
          [(value)]="draft.percent"
          [error]="draft.basisPoints() === null ? t().percentWrong : null"
        />
      }
      @case ('reduction') {
        <et-amount-field
          [label]="t().total"
          [(value)]="draft.totalCents"
          [error]="hasTried() && !draft.totalCents() ? t().totalMissing : null"
        />
        <et-choice
          [legend]="t().spread"
          [options]="spreads()"
          [value]="draft.spread()"
          (valueChange)="takeSpread($event)"
        />
      }
      @case ('amounts') {
        @if (draft.lines(); as found) {
          @for (line of found.rows; track line.id) {
            <et-amount-field
              [label]="t().amountOf(line.number + ' ' + line.name)"
              [optional]="true"
              [value]="draft.amounts().get(line.id) ?? null"
              (valueChange)="draft.setAmount(line.id, $event)"
            />
          } @empty {
            <p class="et-muted">{{ t().amountsNone }}</p>
          }
          @if (found.isCut) {
            <p class="et-small et-muted">{{ t().amountsMore(limit) }}</p>
          }
        }
        @if (hasTried() && draft.amounts().size === 0) {
          <p class="et-field__error" role="alert">{{ t().amountsMissing }}</p>
        }
      }
    }`,
})
export class LockTerms {
  /** The form was sent once, so that what is missing is said. */
  readonly hasTried = input(false);
  protected readonly draft = inject(LockDraft);
  protected readonly t = lockFormLabels;
  protected readonly limit = formatNumber(TYPED_LINES);
  protected readonly methods = computed(() =>
    LOCK_METHODS.map((value) => ({
      value,
      label: lockFormLabels().methods[value],
      detail: lockFormLabels().methodDetails[value],
    })),
  );
  protected readonly spreads = computed(() =>
    LOCK_SPREADS.map((value) => ({ value, label: lockFormLabels().spreads[value] })),
  );

  protected take(method: string | null): void {
    this.draft.method.set(LOCK_METHODS.find((known) => known === method) ?? ('percentage' satisfies LockMethod));
  }

  protected takeSpread(spread: string | null): void {
    this.draft.spread.set(LOCK_SPREADS.find((known) => known === spread) ?? ('by_appropriation' satisfies LockSpread));
  }
}
