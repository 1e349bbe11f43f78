import type { AddSession, ChangeSession, CreateTraining, SetTarget } from '@etatlotse/contracts/inventory';
import type { Transaction } from '../platform/database/transactions';
import { RecordStore } from './record-store';

export const TRAINING_STORE = new RecordStore<CreateTraining>({
  table: 'training',
  key: 'training_id',
  fields: ['name', 'unitId', 'note', 'technology', 'format', 'provider', 'unitPriceCents', 'lineId', 'contractId'],
});

type NewSession = Omit<AddSession, 'version'>;

export async function insertSession(
  tx: Transaction,
  trainingId: string,
  { startsOn, seats, place }: NewSession,
): Promise<string> {
  const id = tx.nextId();
  await tx.execute(
    `INSERT INTO training_session (tenant_id, session_id, training_id, starts_on, seats, place)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [tx.tenantId, id, trainingId, startsOn, seats, place],
  );
  return id;
}

/** Replaces what a session says; false where the training has none of that id. */
export async function updateSession(
  tx: Transaction,
  trainingId: string,
  sessionId: string,
  { startsOn, seats, place, attendance }: Omit<ChangeSession, 'version'>,
): Promise<boolean> {
  const changed = await tx.execute(
    `UPDATE training_session SET starts_on = $4, seats = $5, place = $6, is_held = $7
     WHERE tenant_id = $1 AND training_id = $2 AND session_id = $3`,
    [tx.tenantId, trainingId, sessionId, startsOn, seats, place, attendance !== null],
  );
  if (changed === 0) return false;
  await tx.execute(`DELETE FROM training_attendance WHERE tenant_id = $1 AND session_id = $2`, [
    tx.tenantId,
    sessionId,
  ]);
  await tx.execute(
    `INSERT INTO training_attendance (tenant_id, session_id, unit_id, people)
     SELECT $1, $2, a.* FROM unnest($3::uuid[], $4::integer[]) AS a`,
    [
      tx.tenantId,
      sessionId,
      (attendance ?? []).map(({ unitId }) => unitId),
      (attendance ?? []).map((one) => one.people),
    ],
  );
  return true;
}

/** Says how many people of a unit are to be trained; null where somebody else said something else in the meantime. */
export async function saveTarget(
  tx: Transaction,
  { unitId, technology, people, version }: SetTarget,
): Promise<number | null> {
  const values = [tx.tenantId, unitId, technology, people, tx.now];
  const saved =
    version === 0
      ? await tx.execute(
          `INSERT INTO training_target (tenant_id, unit_id, technology, people, changed_at) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT DO NOTHING`,
          values,
        )
      : await tx.execute(
          `UPDATE training_target SET people = $4, changed_at = $5, version = version + 1
           WHERE tenant_id = $1 AND unit_id = $2 AND technology = $3 AND version = $6`,
          [...values, version],
        );
  return saved === 1 ? version + 1 : null;
}
