import type { TransferChanged } from '@etatlotse/contracts/authority';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../../platform/database/transactions';
import { closeTransfer, lockTransfer } from '../transfer.repository';

type WithdrawRefusal = Refusal<'NOT_FOUND'> | Refusal<'TRANSFER_DECIDED'> | Refusal<'VERSION_STALE'>;

/** Whoever asked for a transfer takes it back before it is decided. Others' requests are not theirs to withdraw. */
export async function withdrawTransfer(
  tx: Transaction,
  transferId: string,
  version: number,
): Promise<Outcome<TransferChanged, WithdrawRefusal>> {
  const transfer = await lockTransfer(tx, transferId);
  if (transfer === null || transfer.requestedBy !== tx.personId) return refuse({ code: 'NOT_FOUND', params: {} });
  if (transfer.state !== 'requested') return refuse({ code: 'TRANSFER_DECIDED', params: {} });
  if (transfer.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  await closeTransfer(tx, transferId, { state: 'withdrawn', form: transfer.form, reason: '' });
  await tx.audit({ action: 'transfer.withdrawn', subjectType: 'transfer', subjectId: transferId });
  return ok({ id: transferId, version: version + 1, state: 'withdrawn' });
}
