import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Unknown } from '../unknown/unknown';
import { amountLabels } from './amount.labels';
import { formatCents, formatEuro, formatShortEuro, formatWholeEuro } from './format';

/** `cents` = 1.234,56 · `euro` = 1.234,56 € · `whole` = 1.235 € · `short` = 1 Tsd. € */
export type AmountForm = 'cents' | 'euro' | 'whole' | 'short';

/**
 * One amount, one look. With `proof` it is a link that puts `?proof=<key>` into the address (the page opens its drawer from
 * there, so that a proof can be sent to a colleague); with `provable` it is a button that emits `prove`.
 */
@Component({
  selector: 'et-amount',
  imports: [RouterLink, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-amount', '[class.et-amount--negative]': 'isNegative()' },
  template: `
    @if (text(); as shown) {
      @if (proof(); as key) {
        <a
          class="et-proof-mark"
          [routerLink]="[]"
          [queryParams]="{ proof: key }"
          queryParamsHandling="merge"
          [attr.aria-label]="sentence()"
          >{{ shown }}</a
        >
      } @else if (provable()) {
        <button type="button" class="et-proof-mark" [attr.aria-label]="sentence()" (click)="prove.emit()">
          {{ shown }}
        </button>
      } @else {
        {{ shown }}
      }
    } @else {
      <et-unknown />
    }
  `,
})
export class Amount {
  /** Whole cents; `null` is unknown. */
  readonly cents = input.required<number | null>();
  readonly form = input<AmountForm>('euro');
  /** What the figure is, for the spoken name of the proof: "verfügbar, Kern-IT". */
  readonly of = input('');
  /** Shows a plus sign too: for changes. */
  readonly signed = input(false);
  /** Marks a negative amount in red (the minus sign says it first). */
  readonly alarming = input(false);
  readonly proof = input<string>();
  readonly provable = input(false);
  readonly prove = output<void>();

  protected readonly text = computed(() => {
    const cents = this.cents();
    return cents === null ? null : formatAmount(cents, this.form(), this.signed());
  });
  protected readonly sentence = computed(() => amountLabels().open(this.text() ?? '', this.of()));
  protected readonly isNegative = computed(() => this.alarming() && (this.cents() ?? 0) < 0);
}

/** The text of an amount in one of the four forms; for captions, chart labels and sentences. */
export function formatAmount(cents: number, form: AmountForm, isSigned = false): string {
  switch (form) {
    case 'cents':
      return formatCents(cents, isSigned);
    case 'euro':
      return formatEuro(cents, isSigned);
    case 'whole':
      return formatWholeEuro(cents, isSigned);
    case 'short':
      return formatShortEuro(cents);
  }
}
