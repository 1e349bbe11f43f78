import type { ParameterRow } from '@etatlotse/contracts/capacity/plain';
import { PARAMETER_KINDS, type ParameterKind } from '@etatlotse/domain/capacity';
import { formatEuro, formatFte, formatNumber, formatPercent } from '../ui/amount/format';
import { capacityLabels } from './capacity.labels';

const MICROS = 1_000_000;
const MINUTES_PER_HOUR = 60;
/** Values are kept as shares and cents, and typed as percent and euro. */
const TYPED: Readonly<Record<ParameterKind, number>> = {
  yearly_minutes: 1,
  allowance: 0.01,
  recovery_minutes: 1,
  workplace_cost: 100,
  overhead: 0.01,
  hourly_rate: 100,
  bundling_threshold: 1,
};
const GROUPED = /^\d{1,3}(?:\.\d{3})+(?:,\d{1,6})?$/;
const PLAIN = /^\d{1,12}(?:[.,]\d{1,6})?$/;

/** A figure in its unit, as people say it. */
export function figureText({ kind, valueMicros }: Pick<ParameterRow, 'kind' | 'valueMicros'>): string {
  const value = valueMicros / MICROS;
  switch (kind) {
    case 'yearly_minutes':
      return capacityLabels().minutes(formatNumber(value), formatNumber(value / MINUTES_PER_HOUR));
    case 'allowance':
    case 'overhead':
      return formatPercent(value, 2);
    case 'workplace_cost':
    case 'hourly_rate':
      return formatEuro(Math.round(value));
    case 'bundling_threshold':
      return formatFte(value, 2);
    case 'recovery_minutes':
      return formatNumber(value, 2);
  }
}

/** "Nettoarbeitszeit im Jahr (Tarifbeschäftigte)". */
export function figureName({ kind, key }: Pick<ParameterRow, 'kind' | 'key'>): string {
  const { kinds, keys } = capacityLabels();
  return key === '' ? kinds[kind] : `${kinds[kind]} (${(keys as Record<string, string>)[key] ?? key})`;
}

/** What somebody typed, in millionths of what is kept; null when it is no number. Three digits after a point are thousands. */
export function readFigure(kind: ParameterKind, typed: string): number | null {
  const text = typed.trim().replace(/\s*(?:%|€|EUR|Euro)$/i, '');
  const number = GROUPED.test(text)
    ? Number(text.replaceAll('.', '').replace(',', '.'))
    : PLAIN.test(text)
      ? Number(text.replace(',', '.'))
      : null;
  return number === null ? null : Math.round(number * TYPED[kind] * MICROS);
}

/** Of each figure the newest that has begun by the last day of the year, with the day before the next one begins. */
export function holdingIn(
  rows: readonly ParameterRow[],
  year: number,
): readonly (ParameterRow & { readonly nextFrom: string | null })[] {
  const last = `${year}-12-31`;
  const groups = Map.groupBy(rows, ({ kind, key }) => `${kind} ${key}`);
  return [...groups.values()]
    .flatMap((group) => {
      const sorted = [...group].sort((first, second) => (first.validFrom < second.validFrom ? -1 : 1));
      const at = sorted.findLastIndex(({ validFrom }) => validFrom <= last);
      const found = sorted[at];
      return found === undefined ? [] : [{ ...found, nextFrom: sorted[at + 1]?.validFrom ?? null }];
    })
    .sort((first, second) => PARAMETER_KINDS.indexOf(first.kind) - PARAMETER_KINDS.indexOf(second.kind));
}
