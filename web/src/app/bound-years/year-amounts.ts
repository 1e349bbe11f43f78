import { ChangeDetectionStrategy, Component, computed, input, model, signal } from '@angular/core';
import { AmountField } from '../ui/field/amount-field';
import { commitmentLabels } from './commitment.labels';

/** Years that are offered at first, as the planning window has them; more on request. */
const OFFERED_YEARS = 3;
const YEARS_MAX = 10;

export interface TypedYear {
  readonly fiscalYear: number;
  readonly amountCents: number;
}

/** An amount for each of the later years; what stays empty is not part of it. */
@Component({
  selector: 'et-year-amounts',
  imports: [AmountField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="et-fields-2">
      @for (year of years(); track year) {
        <et-amount-field
          [label]="label()(year)"
          [optional]="!$first"
          [value]="amountOf(year)"
          (valueChange)="set(year, $event)"
          [error]="$first ? error() : null"
        />
      }
    </div>
    @if (years().length < max) {
      <button type="button" class="et-link-button" (click)="more()">{{ t().form.moreYears }}</button>
    }`,
})
export class YearAmounts {
  /** The year before the first one that is offered. */
  readonly after = input.required<number>();
  readonly label = input.required<(year: number) => string>();
  readonly error = input<string | null>(null);
  readonly value = model<readonly TypedYear[]>([]);
  protected readonly t = commitmentLabels;
  protected readonly max = YEARS_MAX;
  private readonly offered = signal(OFFERED_YEARS);
  protected readonly years = computed(() =>
    Array.from({ length: this.offered() }, (_, offset) => this.after() + 1 + offset),
  );

  protected amountOf(year: number): number | null {
    return this.value().find(({ fiscalYear }) => fiscalYear === year)?.amountCents ?? null;
  }

  protected set(year: number, amountCents: number | null): void {
    const others = this.value().filter(({ fiscalYear }) => fiscalYear !== year);
    const own = amountCents === null || amountCents === 0 ? [] : [{ fiscalYear: year, amountCents }];
    this.value.set([...others, ...own].sort((first, second) => first.fiscalYear - second.fiscalYear));
  }

  protected more(): void {
    this.offered.update((years) => years + 1);
  }
}
