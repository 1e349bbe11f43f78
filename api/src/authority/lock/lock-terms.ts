import type { LockPreview, LockTermsBody, PreviewLock } from '@etatlotse/contracts/authority';
import { LOCK_MAX_LINES } from '@etatlotse/contracts/authority/plain';
import {
  type LineLock,
  type LockEffect,
  type LockRefusal,
  type LockTerms,
  lockAmounts,
  lockEffects,
} from '@etatlotse/domain/authority';
import { cents, ok, type Outcome, type Refusal, refuse, sumCents } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type LockableRow, readLockable } from './lockable.repository';

export type PlanLockRefusal =
  | LockRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'LOCK_DATE'>
  | Refusal<'LOCK_TERMS'>
  | Refusal<'LOCK_TOO_MANY', { readonly max: number }>;

/** A lock as it would be: its lines with what each loses and what is then left. */
export interface PlannedLock {
  readonly lines: readonly PlannedLine[];
  readonly lockCents: number;
}

export interface PlannedLine extends LineLock, Omit<LockEffect, 'lineId'> {
  readonly row: LockableRow;
}

/** Works out a lock on the figures of now: for the preview, and once more when it is recorded. */
export async function planLock(tx: Transaction, request: PreviewLock): Promise<Outcome<PlannedLock, PlanLockRefusal>> {
  if (request.decidedOn > tx.today) return refuse({ code: 'LOCK_DATE', params: {} });
  const terms = toTerms(request.terms);
  if (terms === null) return refuse({ code: 'LOCK_TERMS', params: {} });
  const rows = await readLockable(tx, request, LOCK_MAX_LINES);
  if (rows === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (rows.length > LOCK_MAX_LINES) return refuse({ code: 'LOCK_TOO_MANY', params: { max: LOCK_MAX_LINES } });
  const locked = lockAmounts(
    terms,
    rows.map((row) => ({ ...row, basisCents: cents(row.basisCents) })),
  );
  return locked.ok ? ok(withEffects(locked.value, rows)) : locked;
}

function withEffects(locks: readonly LineLock[], rows: readonly LockableRow[]): PlannedLock {
  const byId = new Map(rows.map((row) => [row.lineId, row]));
  const known = locks.flatMap((lock) => {
    const row = byId.get(lock.lineId);
    return row === undefined ? [] : [{ lock, row }];
  });
  const effects = lockEffects(
    known.map(({ lock, row }) => ({
      lineId: lock.lineId,
      lockCents: lock.amountCents,
      availableBeforeCents: cents(row.availableCents),
      poolId: row.poolId,
    })),
  );
  const lines = known.flatMap(({ lock, row }, at) => {
    const effect = effects[at];
    return effect === undefined ? [] : [{ ...lock, ...effect, row }];
  });
  return { lines, lockCents: sumCents(lines.map(({ amountCents }) => amountCents)) };
}

/** The lock in words of the wire: sums, what cannot be realised, and the lines that need a look first. */
export function toPreview({ lines, lockCents }: PlannedLock): LockPreview {
  const subBudgets = new Map<string, number>();
  for (const { row, amountCents } of lines) {
    subBudgets.set(row.subBudget, (subBudgets.get(row.subBudget) ?? 0) + amountCents);
  }
  const urgent = [...lines].sort((a, b) => b.unrealisableCents - a.unrealisableCents);
  return {
    lines: lines.length,
    basisCents: sumCents(lines.map(({ basisCents }) => basisCents)),
    lockCents,
    unrealisableCents: sumCents(lines.map(({ unrealisableCents }) => unrealisableCents)),
    unrealisableLines: lines.filter(({ unrealisableCents }) => unrealisableCents > 0).length,
    subBudgets: [...subBudgets].map(([subBudget, sum]) => ({ subBudget, lockCents: sum })),
    rows: urgent.slice(0, PREVIEW_ROWS).map((line) => ({
      lineId: line.lineId,
      number: line.row.number,
      name: line.row.name,
      subBudget: line.row.subBudget,
      basisCents: line.basisCents,
      lockCents: line.amountCents,
      availableAfterCents: line.availableAfterCents,
      unrealisableCents: line.unrealisableCents,
    })),
  };
}

const PREVIEW_ROWS = 200;

/** The terms of the wire as the domain knows them; null where what the method needs is missing. */
function toTerms({ method, basisPoints, totalCents, spread, amounts }: LockTermsBody): LockTerms | null {
  switch (method) {
    case 'percentage':
      return basisPoints === undefined ? null : { method, basisPoints };
    case 'reduction':
      return totalCents === undefined || spread === undefined
        ? null
        : { method, totalCents: cents(totalCents), spread };
    case 'amounts':
      return amounts === undefined ? null : { method, amounts: oneEach(amounts) };
  }
}

/** A line that is named twice bears both amounts, once. */
function oneEach(amounts: readonly { readonly lineId: string; readonly amountCents: number }[]) {
  const sums = new Map<string, number>();
  for (const { lineId, amountCents } of amounts) sums.set(lineId, (sums.get(lineId) ?? 0) + amountCents);
  return [...sums].map(([lineId, amountCents]) => ({ lineId, amountCents: cents(amountCents) }));
}
