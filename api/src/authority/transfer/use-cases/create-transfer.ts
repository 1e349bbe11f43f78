import type { CreateTransfer, TransferChanged } from '@etatlotse/contracts/authority';
import { type Actor, may } from '@etatlotse/domain/access';
import type { TransferRefusal } from '@etatlotse/domain/authority';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../../platform/database/transactions';
import { ruleSettings } from '../../rule/rule-setting.repository';
import { holdTransferLines, judgeTransfer, seesBoth, type TransferLines } from '../judge-transfer';
import { insertTransfer, writeTransfer } from '../transfer.repository';

type CreateTransferRefusal = TransferRefusal | Refusal<'NOT_FOUND'> | Refusal<'FORBIDDEN'>;

/**
 * Moves authority from one line to another: both lines and their pools are held, the domain decides, and finance books at
 * once. What a department head asks for between own lines waits for finance, and so does an amount from the city's limit
 * on for a second person; nothing moves until then.
 */
export async function createTransfer(
  tx: Transaction,
  request: CreateTransfer,
): Promise<Outcome<TransferChanged, CreateTransferRefusal>> {
  const { fromLineId, toLineId, fiscalYear, amountCents, reason, documentNumber = '', budgetNote = '' } = request;
  const lines = await holdTransferLines(tx, request);
  if (lines === null || tx.actor === null || !seesBoth(tx.actor, lines))
    return refuse({ code: 'NOT_FOUND', params: {} });
  if (!mayBoth(tx.actor, 'transfer.request', lines)) return refuse({ code: 'FORBIDDEN', params: {} });
  const decision = await judgeTransfer(tx, request, lines);
  if (!decision.ok) return decision;
  const { form, movements, needsSecondPerson } = decision.value;
  const state = !needsSecondPerson && (await booksAlone(tx, tx.actor, lines, fiscalYear)) ? 'booked' : 'requested';
  const transfer = { fiscalYear, form, fromLineId, toLineId, amountCents, reason, documentNumber, budgetNote };
  const id = await insertTransfer(tx, { ...transfer, state, undoesId: null });
  if (state === 'booked') {
    const isWritten = await writeTransfer(tx, { ...transfer, id, undoesId: null }, movements);
    if (!isWritten) return refuse({ code: 'YEAR_CLOSED', params: { fiscalYear: lines.from.situation.fiscalYear } });
    await tx.audit({
      action: 'transfer.booked',
      subjectType: 'transfer',
      subjectId: id,
      detail: { fromLineId, toLineId, amountCents, fiscalYear, form },
    });
    return ok({ id, version: 1, state });
  }
  await tx.audit({
    action: 'transfer.requested',
    subjectType: 'transfer',
    subjectId: id,
    detail: { fromLineId, toLineId, amountCents, fiscalYear, form },
  });
  return ok({ id, version: 1, state });
}

/** Whether what is asked for is booked at once: by finance, or by a head where the city needs no approval. */
export async function booksAlone(
  tx: Transaction,
  actor: Actor,
  lines: TransferLines,
  fiscalYear: number,
): Promise<boolean> {
  if (mayBoth(actor, 'transfer.write', lines)) return true;
  return !(await ruleSettings(tx, fiscalYear)).headTransferNeedsFinance;
}

export function mayBoth(
  actor: Actor,
  permission: 'transfer.request' | 'transfer.write',
  { from, to }: TransferLines,
): boolean {
  return [from, to].every(({ unitId }) => may(actor, permission, { unitId }));
}
