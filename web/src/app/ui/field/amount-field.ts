import { type AmountTextResult, cents, MAX_AMOUNT_CENTS, parseAmount } from '@etatlotse/domain/shared';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  input,
  model,
  output,
  signal,
  untracked,
} from '@angular/core';
import { formatCents, formatEuro } from '../amount/format';
import { Control, Field } from './field';
import { fieldLabels } from './field.labels';

/**
 * A typed amount. `value` is whole cents or `null` while it is empty or not readable; the text stays as typed and is written
 * out as `1.234,56` on leaving. `1.234` is asked, never guessed: a button takes the reading in whole euro.
 */
@Component({
  selector: 'et-amount-field',
  imports: [Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-field
    [label]="t().amountInEuro(label())"
    [hint]="hint()"
    [error]="shownError()"
    [optional]="optional()"
  >
    <input
      etControl
      class="et-control--number"
      inputmode="decimal"
      autocomplete="off"
      [value]="text()"
      (input)="take($event)"
      (blur)="leave()"
    />
    @if (question(); as asked) {
      <button type="button" class="et-link-button" (click)="settle(asked.cents)">{{ asked.answer }}</button>
    }
  </et-field>`,
})
export class AmountField {
  readonly label = input.required<string>();
  readonly value = model<number | null>(null);
  readonly hint = input<string>();
  /** A refusal from outside, shown when the text itself is readable. */
  readonly error = input<string | null>();
  readonly optional = input(false);
  /** Lets a minus through: for corrections and transfers. */
  readonly negative = input(false);
  readonly touched = output<void>();

  protected readonly t = fieldLabels;
  protected readonly text = signal('');
  private readonly hasLeft = signal(false);
  private readonly read = computed(() => this.readText(this.text()));

  protected readonly question = computed(() => {
    const read = this.read();
    if (read.ok || read.code !== 'AMOUNT_AMBIGUOUS') return null;
    const [whole, small] = read.readings;
    if (!whole || whole.amountCents === null) return null;
    return {
      cents: whole.amountCents,
      sentence: fieldLabels().amountAmbiguous(this.text().trim(), whole.text, small?.text ?? ''),
      answer: fieldLabels().take(formatEuro(whole.amountCents)),
    };
  });

  protected readonly shownError = computed(() => {
    const read = this.read();
    if (!read.ok && this.hasLeft()) {
      if (read.code === 'AMOUNT_FORMAT') return fieldLabels().amountFormat;
      if (read.code === 'AMOUNT_RANGE')
        return this.negative() ? fieldLabels().amountRange : fieldLabels().amountRangePlus;
    }
    return this.question()?.sentence ?? this.error() ?? null;
  });

  constructor() {
    effect(() => {
      const value = this.value();
      const read = untracked(this.read);
      if (value !== null && !(read.ok && read.value === value)) this.text.set(formatCents(value));
      if (value === null && read.ok) this.text.set('');
    });
  }

  protected take(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.text.set(text);
    const read = this.readText(text);
    this.value.set(read.ok ? read.value : null);
  }

  protected leave(): void {
    this.hasLeft.set(true);
    const read = this.read();
    if (read.ok) this.text.set(formatCents(read.value));
    this.touched.emit();
  }

  protected settle(amountCents: number): void {
    this.text.set(formatCents(amountCents));
    this.value.set(amountCents);
  }

  /** Pasted amounts bring blanks, a euro sign or the long minus along; those say nothing about the figure. */
  private readText(typed: string): AmountTextResult {
    const text = typed.replace(/[\s\u00a0\u202f]|€/g, '').replace(/^\u2212/, '-');
    return parseAmount(text, this.negative() ? { minCents: cents(-MAX_AMOUNT_CENTS) } : {});
  }
}
