import type { IndexBasis, IndexRounding, IndexSelection } from '@etatlotse/contracts/planning/plain';
import { RATE_MAX_BASIS_POINTS } from '@etatlotse/contracts/planning/plain';
import type { PlanIndexRule } from '@etatlotse/contracts/planning';
import { parseRate } from '@etatlotse/domain/shared';

/** A rule as it is typed: rates are still text, by year. */
export interface RuleDraft {
  readonly id: number;
  readonly by: IndexSelection;
  readonly value: string;
  readonly basis: IndexBasis;
  readonly rounding: IndexRounding;
  readonly rates: Readonly<Record<number, string>>;
}

let made = 0;

export const newRule = (): RuleDraft => ({
  id: ++made,
  by: 'account',
  value: '',
  basis: 'year_before',
  rounding: 'cent',
  rates: {},
});

/** What keeps a rate from being read; null when it is fine or empty. */
export function rateProblem(text: string): 'RATE_FORMAT' | 'RATE_RANGE' | null {
  if (text.trim() === '') return null;
  const rate = parseRate(text, RATE_MAX_BASIS_POINTS);
  return rate.ok ? null : rate.code;
}

/** The rule for the API, or null while something is missing or cannot be read. Years outside are left out. */
export function readRule(draft: RuleDraft, years: readonly number[]): PlanIndexRule | null {
  const { by, value, basis, rounding } = draft;
  const rates: PlanIndexRule['rates'] = [];
  for (const fiscalYear of years) {
    const text = draft.rates[fiscalYear] ?? '';
    if (text.trim() === '') continue;
    const rate = parseRate(text, RATE_MAX_BASIS_POINTS);
    if (!rate.ok) return null;
    rates.push({ fiscalYear, basisPoints: rate.value });
  }
  return value.trim() === '' || rates.length === 0 ? null : { by, value: value.trim(), basis, rounding, rates };
}
