import type { CreateFiscalYear, FiscalYearChanged } from '@etatlotse/contracts/planning';
import {
  type Outcome,
  type Refusal,
  fiscalYear,
  firstDayOf,
  ok,
  planYears,
  refuse,
  yearsOf,
} from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { ensurePartitions, findYears, insertYear } from '../fiscal-year.repository';

type CreateFiscalYearRefusal = Refusal<'YEAR_EXISTS', { readonly fiscalYear: number }> | Refusal<'YEAR_INVALID'>;

/**
 * Sets up a fiscal year, or both years of a two-year budget (§ 112 Abs. 3 S. 2 NKomVG). Books of a year that has begun
 * are open at once; those of a later year wait until they are opened or its plan enters into force.
 */
export async function createFiscalYear(
  tx: Transaction,
  request: CreateFiscalYear,
): Promise<Outcome<FiscalYearChanged, CreateFiscalYearRefusal>> {
  if (request.isTwoYears && request.fiscalYear >= LAST_FIRST_YEAR) return refuse({ code: 'YEAR_INVALID', params: {} });
  const first = fiscalYear(request.fiscalYear);
  const years = yearsOf(planYears(first, request.isTwoYears ? fiscalYear(first + 1) : first));
  const [existing] = await findYears(tx, years);
  if (existing !== undefined) return refuse({ code: 'YEAR_EXISTS', params: { fiscalYear: existing.fiscalYear } });
  for (const year of years) {
    const bienniumFirstYear = request.isTwoYears ? first : null;
    const inserted = await insertYear(tx, {
      fiscalYear: year,
      bienniumFirstYear,
      booksState: booksAtStart(year, tx.today),
    });
    if (!inserted) return refuse({ code: 'YEAR_EXISTS', params: { fiscalYear: year } });
  }
  await ensurePartitions(tx, first, years.at(-1) ?? first);
  for (const year of years) {
    await tx.audit({
      action: 'fiscal_year.created',
      subjectType: 'fiscal_year',
      subjectId: String(year),
      detail: { firstYear: first, lastYear: years.at(-1), booksState: booksAtStart(year, tx.today) },
    });
  }
  return ok({ fiscalYear: first, version: 1, booksState: booksAtStart(first, tx.today), approvalId: null });
}

/** A second year after this one would lie outside the calendar of the program. */
const LAST_FIRST_YEAR = 2199;

function booksAtStart(year: ReturnType<typeof fiscalYear>, today: string): 'open' | 'planned' {
  return firstDayOf(year) <= today ? 'open' : 'planned';
}
