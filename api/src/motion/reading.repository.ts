import type { ReadingState } from '@etatlotse/domain/council';
import type { Transaction } from '../platform/database/transactions';

/** A reading as its commands see it. Days are ISO text. */
export interface ReadingRecord {
  readonly readingId: string;
  readonly planVersionId: string;
  readonly heldOn: string;
  readonly committee: string;
  readonly state: ReadingState;
  readonly version: number;
}

/** Reads a reading and holds it until the transaction ends: its motions and votes come one after the other. */
export async function lockReading(tx: Transaction, readingId: string): Promise<ReadingRecord | null> {
  const [row] = await tx.query<ReadingRecord>(
    `SELECT r.reading_id AS "readingId", r.version_id AS "planVersionId", m.held_on AS "heldOn", b.name AS committee,
       r.state, r.version
     FROM budget_reading r
     JOIN meeting m ON m.tenant_id = r.tenant_id AND m.meeting_id = r.meeting_id
     JOIN council_body b ON b.tenant_id = m.tenant_id AND b.body_id = m.body_id
     WHERE r.tenant_id = $1 AND r.reading_id = $2 FOR UPDATE OF r`,
    [tx.tenantId, readingId],
  );
  return row ?? null;
}

/** Whether a meeting takes place and its body deliberates on the budget. */
export async function isBudgetMeeting(tx: Transaction, meetingId: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM meeting m JOIN council_body b ON b.tenant_id = m.tenant_id AND b.body_id = m.body_id
     WHERE m.tenant_id = $1 AND m.meeting_id = $2 AND m.cancelled_on IS NULL AND b.is_for_budget`,
    [tx.tenantId, meetingId],
  );
  return rows.length > 0;
}

/** Sets a reading up; null where the plan is read in this meeting already. */
export async function insertReading(
  tx: Transaction,
  reading: { readonly planVersionId: string; readonly meetingId: string },
  origin: 'manual' | 'demo' = 'manual',
): Promise<string | null> {
  const readingId = tx.nextId();
  const inserted = await tx.execute(
    `INSERT INTO budget_reading (tenant_id, reading_id, version_id, meeting_id, state, origin, created_by, created_at)
     VALUES ($1, $2, $3, $4, 'preparing', $5, $6, $7) ON CONFLICT (tenant_id, version_id, meeting_id) DO NOTHING`,
    [tx.tenantId, readingId, reading.planVersionId, reading.meetingId, origin, tx.personId, tx.now],
  );
  return inserted === 0 ? null : readingId;
}

export async function markReleased(tx: Transaction, readingId: string): Promise<void> {
  await tx.execute(
    `UPDATE budget_reading SET state = 'released', released_by = $3, released_at = $4, version = version + 1
     WHERE tenant_id = $1 AND reading_id = $2`,
    [tx.tenantId, readingId, tx.personId, tx.now],
  );
}

/** Closes a reading and keeps the draft that its motions were put on. */
export async function markClosed(tx: Transaction, readingId: string, draft: object): Promise<void> {
  await tx.execute(
    `UPDATE budget_reading SET state = 'closed', closed_by = $3, closed_at = $4, draft = $5, version = version + 1
     WHERE tenant_id = $1 AND reading_id = $2`,
    [tx.tenantId, readingId, tx.personId, tx.now, JSON.stringify(draft)],
  );
}

/** Notes that the motions of a reading or their order have changed. */
export async function touchReading(tx: Transaction, readingId: string): Promise<void> {
  await tx.execute(`UPDATE budget_reading SET version = version + 1 WHERE tenant_id = $1 AND reading_id = $2`, [
    tx.tenantId,
    readingId,
  ]);
}
