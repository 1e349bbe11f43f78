import type { DrawCover, TransferChanged } from '@etatlotse/contracts/authority';
import { drawRefusal, type TransferRefusal } from '@etatlotse/domain/authority';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../../platform/database/transactions';
import { holdTransferLines, judgeTransfer, seesBoth } from '../../transfer/judge-transfer';
import { insertTransfer, writeTransfer } from '../../transfer/transfer.repository';
import { declaredWay, findNote } from '../cover-right.repository';

type DrawRefusal =
  | TransferRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'COVER_RIGHT_MISSING' | 'COVER_RIGHT_REVERSE', { readonly rule: string }>;

/**
 * Draws on another line by a declared one-sided right (T6b): the budget note has decided already, so the pair of movements
 * is written at once; the other way round it is refused.
 */
export async function drawCover(tx: Transaction, draw: DrawCover): Promise<Outcome<TransferChanged, DrawRefusal>> {
  const { lineId, fromLineId, fiscalYear, amountCents, reason, documentNumber = '' } = draw;
  const question = { fromLineId, toLineId: lineId, fiscalYear, amountCents };
  const lines = await holdTransferLines(tx, question);
  if (lines === null || !seesBoth(tx.actor, lines)) return refuse({ code: 'NOT_FOUND', params: {} });
  const noRight = drawRefusal(await declaredWay(tx, lineId, fromLineId), lines.to.situation.fiscalYear);
  if (noRight !== null) return refuse(noRight);
  const decision = await judgeTransfer(tx, question, lines, true);
  if (!decision.ok) return decision;
  const { form, movements } = decision.value;
  const budgetNote = (await findNote(tx, lineId, fromLineId)) ?? '';
  const transfer = { ...question, form, reason, documentNumber, budgetNote, undoesId: null, state: 'booked' as const };
  const id = await insertTransfer(tx, transfer);
  if (!(await writeTransfer(tx, { ...transfer, id }, movements))) {
    return refuse({ code: 'YEAR_CLOSED', params: { fiscalYear: lines.to.situation.fiscalYear } });
  }
  await tx.audit({
    action: 'cover.drawn',
    subjectType: 'transfer',
    subjectId: id,
    detail: { lineId, fromLineId, amountCents, fiscalYear },
  });
  return ok({ id, version: 1, state: 'booked' });
}
