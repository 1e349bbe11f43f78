import type { AddFte, RecordChanged } from '@etatlotse/contracts/inventory';
import { checkFteEntry, type FteRefusal } from '@etatlotse/domain/inventory';
import { ok, type Outcome, plainDate, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { DESK_STORE, insertFte, readFte } from '../desk.repository';
import { type HeldRefusal, holdRecord } from '../record-place';

/** Adds to the history of a desk: full-time equivalents from a day on, or an entry that puts another one right. */
export async function addFte(
  tx: Transaction,
  deskId: string,
  { version, ...stated }: AddFte,
): Promise<Outcome<RecordChanged, HeldRefusal | FteRefusal>> {
  const held = await holdRecord(tx, DESK_STORE, deskId, version);
  if (!held.ok) return held;
  const known = await readFte(tx, deskId);
  const { supersedesId, validFrom, fteHundredths } = stated;
  if (supersedesId !== null && !known.some(({ id }) => id === supersedesId)) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  const id = tx.nextId();
  const checked = checkFteEntry({ id, fteHundredths, supersedesId, validFrom: plainDate(validFrom) }, known);
  if (!checked.ok) return checked;
  await insertFte(tx, deskId, { ...stated, id });
  await DESK_STORE.touch(tx, deskId);
  await tx.audit({
    action: 'desk.fte_added',
    subjectType: 'desk',
    subjectId: deskId,
    detail: { validFrom, fteHundredths, isCorrection: supersedesId !== null },
  });
  return ok({ id, version: version + 1 });
}
