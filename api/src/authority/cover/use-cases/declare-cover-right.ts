import type { DeclareCoverRight } from '@etatlotse/contracts/authority';
import { type CoverRightRefusal, decideCoverRight } from '@etatlotse/domain/authority';
import { fiscalYearOf, ok, type Outcome, plainDate, refuse, type Refusal } from '@etatlotse/domain/shared';
import { findLines, type StoredLine } from '../../../budget';
import type { Transaction } from '../../../platform/database/transactions';
import { declaredWay, holdLines, insertCoverRight } from '../cover-right.repository';

type DeclareRefusal = CoverRightRefusal | Refusal<'LINE_UNKNOWN'>;

/** Declares by budget note that one line may draw on another (T6b). */
export async function declareCoverRight(
  tx: Transaction,
  right: DeclareCoverRight,
): Promise<Outcome<{ readonly id: string; readonly version: number }, DeclareRefusal>> {
  const { drawingLineId, givingLineId } = right;
  await holdLines(tx, [drawingLineId, givingLineId]);
  const lines = await findLines(tx, [drawingLineId, givingLineId]);
  const drawing = lines.find(({ id }) => id === drawingLineId);
  const giving = lines.find(({ id }) => id === givingLineId);
  if (drawing === undefined || giving === undefined) return refuse({ code: 'LINE_UNKNOWN', params: {} });
  const declared = await declaredWay(tx, drawingLineId, givingLineId);
  const year = fiscalYearOf(plainDate(tx.today));
  const decision = decideCoverRight(placeOf(drawing), placeOf(giving), declared, year);
  if (!decision.ok) return decision;
  const id = await insertCoverRight(tx, right);
  await tx.audit({
    action: 'cover_right.declared',
    subjectType: 'cover_right',
    subjectId: id,
    detail: { drawingLineId, givingLineId },
  });
  return ok({ id, version: 1 });
}

const placeOf = ({ id, ...line }: StoredLine) => ({ ...line, lineId: id });
