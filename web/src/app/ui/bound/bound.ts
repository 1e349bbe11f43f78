import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Bound as Known, Bounded, Operator } from '@etatlotse/domain/shared';
import { formatEuro, formatNumber, formatPercent } from '../amount/format';
import { formatDate } from '../date/format';
import { Unknown } from '../unknown/unknown';
import { boundLabels } from './bound.labels';

/** `percent` and `points` take hundredths (368 is 3,68), `euro` whole cents, the others whole numbers. */
export type BoundForm = 'percent' | 'points' | 'days' | 'euro' | 'number';

/** A figure and what is known of it: `höchstens 3,68 Punkte`. Without a figure it says that it is unknown. */
@Component({
  selector: 'et-bound',
  imports: [Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-num' },
  template: `@if (text(); as shown) {
      {{ shown }}
    } @else {
      <et-unknown />
    }`,
})
export class Bound {
  readonly value = input.required<Bounded | null>();
  readonly form = input.required<BoundForm>();
  protected readonly text = computed(() => {
    const value = this.value();
    return value === null ? null : boundText(value, this.form());
  });
}

export function boundText({ value, bound }: Bounded, form: BoundForm): string {
  return `${boundLabels().bounds[bound]}${written(value, form)}`;
}

function written(value: number, form: BoundForm): string {
  switch (form) {
    case 'percent':
      return shareText(value);
    case 'points':
      return boundLabels().points(hundredths(value));
    case 'days':
      return daysText(value);
    case 'euro':
      return formatEuro(value);
    case 'number':
      return formatNumber(value);
  }
}

/** 7000 as `70 %`, 7875 as `78,75 %`. */
export function shareText(basisPoints: number): string {
  return formatPercent(basisPoints / 10_000, decimalsOf(basisPoints));
}

const hundredths = (value: number): string => formatNumber(value / 100, decimalsOf(value));

function decimalsOf(value: number): number {
  if (value % 100 === 0) return 0;
  return value % 10 === 0 ? 1 : 2;
}

export function daysText(count: number): string {
  return Math.abs(count) === 1 ? boundLabels().day : boundLabels().days(formatNumber(Math.abs(count)));
}

/** How far an arrival is from its goal: `höchstens 37 Tage zu spät`. */
export function gapText({ value, bound }: Bounded): string {
  const t = boundLabels();
  if (value === 0) return t.noTime;
  // At most so late is at least so early, seen from the other side of the goal.
  const known = value > 0 ? bound : turned(bound);
  const days = `${t.bounds[known]}${daysText(value)}`;
  return value > 0 ? t.late(days) : t.early(days);
}

const turned = (bound: Known): Known => (bound === 'exact' ? 'exact' : bound === 'lower' ? 'upper' : 'lower');

/** `spätestens am 06.02.2027` where the day is a bound. */
export function dayText(day: string, bound: Known): string {
  const t = boundLabels();
  if (bound === 'exact') return formatDate(day);
  return bound === 'upper' ? t.latest(formatDate(day)) : t.earliest(formatDate(day));
}

/** A statement as it was made: `mehr als 70 %`, `1.890 von 2.400`, `mehrere, Anzahl unbekannt`. */
export function statementText(statement: {
  readonly operator: Operator;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly shareBasisPoints: number | null;
}): string {
  const { operator, numerator, denominator, shareBasisPoints } = statement;
  const t = boundLabels();
  if (operator === 'several') return t.operators.several;
  const lead = operator === 'exact' ? '' : `${t.operators[operator]} `;
  if (shareBasisPoints !== null) return `${lead}${shareText(shareBasisPoints)}`;
  return `${lead}${t.of(formatNumber(numerator ?? 0), formatNumber(denominator ?? 0))}`;
}

/** A count as it was stated: `mindestens 17`. */
export function countText(operator: Operator, quantity: number | null): string {
  const t = boundLabels();
  if (operator === 'several' || quantity === null) return t.operators.several;
  return operator === 'exact' ? formatNumber(quantity) : `${t.operators[operator]} ${formatNumber(quantity)}`;
}
