import type { AddSession, ChangeSession, RecordChanged } from '@etatlotse/contracts/inventory';
import { checkSession, type SessionRefusal } from '@etatlotse/domain/inventory';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { areUnits, type HeldRefusal, holdRecord } from '../record-place';
import { insertSession, TRAINING_STORE, updateSession } from '../training.repository';

/** Adds a session with its seats to a training. */
export async function addSession(
  tx: Transaction,
  trainingId: string,
  { version, ...session }: AddSession,
): Promise<Outcome<RecordChanged, HeldRefusal>> {
  const held = await holdRecord(tx, TRAINING_STORE, trainingId, version);
  if (!held.ok) return held;
  const id = await insertSession(tx, trainingId, session);
  await TRAINING_STORE.touch(tx, trainingId);
  const { startsOn, seats } = session;
  await tx.audit({
    action: 'training.session_added',
    subjectType: 'training',
    subjectId: trainingId,
    detail: { sessionId: id, startsOn, seats },
  });
  return ok({ id, version: version + 1 });
}

type ChangeRefusal = HeldRefusal | SessionRefusal | Refusal<'RECORD_UNIT_UNKNOWN'> | Refusal<'TRAINING_SESSION_AHEAD'>;

/** Changes a session, or enters who came once it was held. */
export async function changeSession(
  tx: Transaction,
  path: { readonly id: string; readonly sessionId: string },
  { version, ...session }: ChangeSession,
): Promise<Outcome<RecordChanged, ChangeRefusal>> {
  const held = await holdRecord(tx, TRAINING_STORE, path.id, version);
  if (!held.ok) return held;
  const { attendance, seats, startsOn } = session;
  const checked = checkSession({ seats, attendance });
  if (!checked.ok) return checked;
  if (attendance !== null) {
    if (startsOn > tx.today) return refuse({ code: 'TRAINING_SESSION_AHEAD', params: {} });
    const units = attendance.map(({ unitId }) => unitId);
    if (!(await areUnits(tx, units))) return refuse({ code: 'RECORD_UNIT_UNKNOWN', params: {} });
  }
  if (!(await updateSession(tx, path.id, path.sessionId, session))) return refuse({ code: 'NOT_FOUND', params: {} });
  await TRAINING_STORE.touch(tx, path.id);
  await tx.audit({
    action: 'training.session_changed',
    subjectType: 'training',
    subjectId: path.id,
    detail: { sessionId: path.sessionId, startsOn, seats, isHeld: attendance !== null },
  });
  return ok({ id: path.sessionId, version: version + 1 });
}
