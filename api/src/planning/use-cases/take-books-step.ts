import type { FiscalYearChanged, TakeBooksStep } from '@etatlotse/contracts/planning';
import {
  type BooksFacts,
  type BooksRefusal,
  type BooksState,
  type BooksStep,
  takeBooksStep as decideBooks,
} from '@etatlotse/domain/budget';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import { type Approvals, type PendingApproval } from '../../approval';
import { reconcileYear } from '../../budget';
import type { Transaction } from '../../platform/database/transactions';
import { type FiscalYearRecord, lockBalancesOfYear, lockYears, setBooks } from '../fiscal-year.repository';

type TakeBooksStepRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<
      'BOOKS_STEP',
      { readonly fiscalYear: number; readonly state: BooksState; readonly allowed: readonly BooksStep[] }
    >
  | Refusal<'BOOKS_REASON', { readonly fiscalYear: number }>
  | Refusal<'BOOKS_NOT_RECONCILED', { readonly fiscalYear: number; readonly differenceCents: number }>
  | Refusal<'FOUR_EYES'>
  | Refusal<'APPROVAL_PENDING'>;

/** Actions that a second person of those who may close books decides on. */
export const CLOSE_BOOKS = 'fiscal_year.close';
export const REOPEN_BOOKS = 'fiscal_year.reopen';

/** What a second person is asked to confirm. */
interface BooksRequest {
  readonly step: BooksStep;
  readonly version: number;
}

/**
 * Opens the books of a year at once; closing and reopening are checked now and then wait for a second person. Everything
 * but the second person must already be in order, so that nobody is asked to confirm what cannot be done.
 */
export async function takeBooksStep(
  tx: Transaction,
  approvals: Approvals,
  fiscalYear: number,
  request: TakeBooksStep,
): Promise<Outcome<FiscalYearChanged, TakeBooksStepRefusal>> {
  const [year] = await lockYears(tx, [fiscalYear]);
  if (year === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  if (year.version !== request.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const reason = request.reason ?? null;
  const decided = await decide(tx, year, request.step, { requestedBy: tx.personId, approvedBy: null, reason });
  if (decided.ok) return ok(await write(tx, year, request.step, decided.value, reason));
  if (decided.refusal.code !== 'FOUR_EYES') return decided;
  const asked = await approvals.request(tx, {
    action: request.step === 'close' ? CLOSE_BOOKS : REOPEN_BOOKS,
    subjectType: 'fiscal_year',
    subjectId: String(fiscalYear),
    request: { step: request.step, version: year.version } satisfies BooksRequest,
    reason: reason ?? '',
  });
  if (!asked.ok) return asked;
  return ok({ fiscalYear, version: year.version, booksState: year.booksState, ...asked.value });
}

/** The second person has confirmed: everything is checked again on what stands now, then the books change. */
export async function confirmBooksStep(
  tx: Transaction,
  confirmed: PendingApproval,
): Promise<Outcome<FiscalYearChanged, TakeBooksStepRefusal>> {
  const { step, version } = confirmed.request as unknown as BooksRequest;
  const [year] = await lockYears(tx, [Number(confirmed.subjectId)]);
  if (year === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  if (year.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const people = { requestedBy: confirmed.requestedBy, approvedBy: tx.personId };
  const decided = await decide(tx, year, step, { ...people, reason: confirmed.reason });
  return decided.ok ? ok(await write(tx, year, step, decided.value, confirmed.reason)) : decided;
}

async function decide(
  tx: Transaction,
  year: FiscalYearRecord,
  step: BooksStep,
  facts: Omit<BooksFacts, 'isReconciled'>,
): Promise<Outcome<BooksState, TakeBooksStepRefusal>> {
  // Only closing looks at the figures, and then at figures that nobody is changing.
  const isClosing = step === 'close' && year.booksState === 'open';
  if (isClosing) await lockBalancesOfYear(tx, year.fiscalYear);
  const differenceCents = isClosing ? (await reconcileYear(tx, year.fiscalYear)).differenceCents : 0;
  const outcome = decideBooks(year.booksState, step, { ...facts, isReconciled: differenceCents === 0 });
  return outcome.ok ? outcome : refuse(translate(outcome.refusal, year.fiscalYear, differenceCents));
}

function translate(refusal: BooksRefusal, fiscalYear: number, differenceCents: number): TakeBooksStepRefusal {
  if (refusal.code === 'STEP_NOT_ALLOWED') {
    const { state, allowed } = refusal.params;
    return { code: 'BOOKS_STEP', params: { fiscalYear, state, allowed } };
  }
  switch (refusal.params.missing[0]) {
    case 'reason':
      return { code: 'BOOKS_REASON', params: { fiscalYear } };
    case 'reconciled':
      return { code: 'BOOKS_NOT_RECONCILED', params: { fiscalYear, differenceCents } };
    default:
      return { code: 'FOUR_EYES', params: {} };
  }
}

async function write(
  tx: Transaction,
  year: FiscalYearRecord,
  step: BooksStep,
  state: BooksState,
  reason: string | null,
): Promise<FiscalYearChanged> {
  await setBooks(tx, year.fiscalYear, state, reason === '' ? null : reason);
  await tx.audit({
    action: `fiscal_year.${step}`,
    subjectType: 'fiscal_year',
    subjectId: String(year.fiscalYear),
    detail: { from: year.booksState, to: state },
  });
  return { fiscalYear: year.fiscalYear, version: year.version + 1, booksState: state, approvalId: null };
}
