import type { AddNote } from '@etatlotse/contracts/budget';
import { type Actor, unitScope } from '@etatlotse/domain/access';
import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { findSubjectLine } from '../note-subject';

/** Adds a note to a line, an order or a movement. Nobody changes it afterwards. */
export async function addNote(
  tx: Transaction,
  actor: Actor,
  note: AddNote,
): Promise<Outcome<{ readonly id: string }, Refusal<'NOT_FOUND'>>> {
  const { subjectType, subjectId, text } = note;
  const lineId = await findSubjectLine(tx, note, unitScope(actor, 'budget.note'));
  if (lineId === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const id = tx.nextId();
  await tx.execute(
    `INSERT INTO note (tenant_id, note_id, subject_type, subject_id, text, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.tenantId, id, subjectType, subjectId, text, tx.personId, tx.now],
  );
  await tx.audit({
    action: 'note.added',
    subjectType: 'budget_line',
    subjectId: lineId,
    detail: { noteId: id, subjectType, subjectId },
  });
  return ok({ id });
}
