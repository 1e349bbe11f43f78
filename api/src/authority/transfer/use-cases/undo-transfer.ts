import type { TransferChanged, UndoTransfer } from '@etatlotse/contracts/authority';
import { decideCounterTransfer, type TransferRefusal } from '@etatlotse/domain/authority';
import { cents, ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../../platform/database/transactions';
import { holdTransferLines, transferLine } from '../judge-transfer';
import { insertTransfer, lockTransfer, markUndone, writeTransfer } from '../transfer.repository';

type UndoRefusal = TransferRefusal | Refusal<'NOT_FOUND'> | Refusal<'TRANSFER_NOT_BOOKED'> | Refusal<'VERSION_STALE'>;

/** Undoes a booked transfer by a counter-transfer: the ledger keeps both, and the amount goes back as long as it is there. */
export async function undoTransfer(
  tx: Transaction,
  transferId: string,
  { reason, version }: UndoTransfer,
): Promise<Outcome<TransferChanged, UndoRefusal>> {
  const original = await lockTransfer(tx, transferId);
  if (original === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (original.state !== 'booked' || original.undoesId !== null)
    return refuse({ code: 'TRANSFER_NOT_BOOKED', params: {} });
  if (original.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const lines = await holdTransferLines(tx, original);
  if (lines === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const { form, fiscalYear, amountCents, fromLineId, toLineId } = original;
  const decision = decideCounterTransfer(form, cents(amountCents), transferLine(lines.from), transferLine(lines.to));
  if (!decision.ok) return decision;
  const counter = {
    fiscalYear,
    form,
    fromLineId: toLineId,
    toLineId: fromLineId,
    amountCents,
    state: 'booked' as const,
    reason,
    documentNumber: original.documentNumber,
    budgetNote: original.budgetNote,
    undoesId: transferId,
  };
  const id = await insertTransfer(tx, counter);
  await markUndone(tx, transferId);
  if (!(await writeTransfer(tx, { ...counter, id }, decision.value))) {
    return refuse({ code: 'YEAR_CLOSED', params: { fiscalYear: lines.from.situation.fiscalYear } });
  }
  await tx.audit({
    action: 'transfer.undone',
    subjectType: 'transfer',
    subjectId: transferId,
    detail: { counterTransferId: id, fromLineId, toLineId, amountCents, fiscalYear },
  });
  return ok({ id, version: 1, state: 'booked' });
}
