import type { DecideTransfer, TransferChanged } from '@etatlotse/contracts/authority';
import { mayApprove } from '@etatlotse/domain/access';
import type { TransferRefusal } from '@etatlotse/domain/authority';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../../platform/database/transactions';
import { holdTransferLines, judgeTransfer } from '../judge-transfer';
import { closeTransfer, lockTransfer, type StoredTransfer, writeTransfer } from '../transfer.repository';

type DecideTransferRefusal =
  | TransferRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'TRANSFER_DECIDED'>
  | Refusal<'FOUR_EYES'>
  | Refusal<'FORBIDDEN'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'TRANSFER_REASON_NEEDED'>;

/** Finance books what was asked for, by the rules and figures of this moment, or refuses it. Nobody decides on their own. */
export async function decideRequestedTransfer(
  tx: Transaction,
  transferId: string,
  { decision, reason = '', version }: DecideTransfer,
): Promise<Outcome<TransferChanged, DecideTransferRefusal>> {
  const transfer = await lockTransfer(tx, transferId);
  if (transfer === null || tx.actor === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (transfer.state !== 'requested') return refuse({ code: 'TRANSFER_DECIDED', params: {} });
  if (transfer.requestedBy === tx.personId) return refuse({ code: 'FOUR_EYES', params: {} });
  if (!mayApprove(tx.actor, { requestedBy: transfer.requestedBy, deciders: ['transfer.write'] })) {
    return refuse({ code: 'FORBIDDEN', params: {} });
  }
  if (transfer.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const { form, fromLineId, toLineId, amountCents, fiscalYear } = transfer;
  const detail = { fromLineId, toLineId, amountCents, fiscalYear, requestedBy: transfer.requestedBy };
  if (decision === 'refuse') {
    if (reason.trim() === '') return refuse({ code: 'TRANSFER_REASON_NEEDED', params: {} });
    await closeTransfer(tx, transferId, { state: 'refused', form, reason });
    await tx.audit({ action: 'transfer.refused', subjectType: 'transfer', subjectId: transferId, detail });
    return ok({ id: transferId, version: version + 1, state: 'refused' });
  }
  const booked = await bookNow(tx, transfer, reason);
  if (!booked.ok) return booked;
  await tx.audit({ action: 'transfer.booked', subjectType: 'transfer', subjectId: transferId, detail });
  return ok({ id: transferId, version: version + 1, state: 'booked' });
}

async function bookNow(
  tx: Transaction,
  transfer: StoredTransfer,
  reason: string,
): Promise<Outcome<null, TransferRefusal | Refusal<'NOT_FOUND'>>> {
  const lines = await holdTransferLines(tx, transfer);
  if (lines === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const judged = await judgeTransfer(tx, transfer, lines);
  if (!judged.ok) return judged;
  await closeTransfer(tx, transfer.id, { state: 'booked', form: judged.value.form, reason });
  const isWritten = await writeTransfer(tx, transfer, judged.value.movements);
  if (!isWritten) return refuse({ code: 'YEAR_CLOSED', params: { fiscalYear: lines.from.situation.fiscalYear } });
  return ok(null);
}
