import type { CreateCouncilBody } from '@etatlotse/contracts/council';
import type { PlainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** A body as its commands see it. */
export interface BodyRecord {
  readonly name: string;
  readonly is_archived: boolean;
  readonly version: number;
}

/** Reads a body and holds it: dates for it are entered by one person at a time. */
export async function lockBody(tx: Transaction, bodyId: string): Promise<BodyRecord | null> {
  const [row] = await tx.query<BodyRecord>(
    `SELECT name, is_archived, version FROM council_body WHERE tenant_id = $1 AND body_id = $2 FOR UPDATE`,
    [tx.tenantId, bodyId],
  );
  return row ?? null;
}

/** Adds a body; null when another one that still meets has its name. */
export async function insertBody(
  tx: Transaction,
  body: CreateCouncilBody,
  origin: 'manual' | 'demo' = 'manual',
): Promise<string | null> {
  const bodyId = tx.nextId();
  const inserted = await tx.execute(
    `INSERT INTO council_body (tenant_id, body_id, kind, name, paper_lead_days, is_for_budget, origin)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [tx.tenantId, bodyId, body.kind, body.name, body.paperLeadDays, body.isForBudget, origin],
  );
  return inserted === 0 ? null : bodyId;
}

/** Replaces what is known of a body; false when another one that still meets has its name. */
export async function updateBody(
  tx: Transaction,
  bodyId: string,
  body: CreateCouncilBody & { readonly isArchived: boolean },
): Promise<boolean> {
  if (!body.isArchived) {
    const [taken] = await tx.query(
      `SELECT FROM council_body
       WHERE tenant_id = $1 AND lower(name) = lower($2) AND NOT is_archived AND body_id <> $3`,
      [tx.tenantId, body.name, bodyId],
    );
    if (taken !== undefined) return false;
  }
  await tx.execute(
    `UPDATE council_body SET kind = $3, name = $4, paper_lead_days = $5, is_for_budget = $6, is_archived = $7,
       version = version + 1
     WHERE tenant_id = $1 AND body_id = $2`,
    [tx.tenantId, bodyId, body.kind, body.name, body.paperLeadDays, body.isForBudget, body.isArchived],
  );
  return true;
}

/** The days on which a body meets already. */
export async function plannedDays(tx: Transaction, bodyId: string): Promise<PlainDate[]> {
  const rows = await tx.query<{ held_on: PlainDate }>(
    `SELECT held_on FROM meeting WHERE tenant_id = $1 AND body_id = $2 AND cancelled_on IS NULL`,
    [tx.tenantId, bodyId],
  );
  return rows.map((row) => row.held_on);
}

/** Enters meetings of a body; answers their ids in the order of the days. */
export async function insertMeetings(tx: Transaction, bodyId: string, days: readonly string[]): Promise<string[]> {
  const ids = days.map(() => tx.nextId());
  await tx.execute(
    `INSERT INTO meeting (tenant_id, meeting_id, body_id, held_on)
     SELECT $1, given.id, $2, given.day FROM unnest($3::uuid[], $4::date[]) AS given (id, day)`,
    [tx.tenantId, bodyId, ids, days],
  );
  return ids;
}

/** A meeting as its commands see it. */
export interface MeetingRecord {
  readonly body_id: string;
  readonly held_on: PlainDate;
  readonly cancelled_on: PlainDate | null;
  readonly version: number;
}

/** Holds the body first and the meeting behind it, as planning does. */
export async function lockMeeting(tx: Transaction, meetingId: string): Promise<MeetingRecord | null> {
  const [named] = await tx.query<{ body_id: string }>(
    `SELECT body_id FROM meeting WHERE tenant_id = $1 AND meeting_id = $2`,
    [tx.tenantId, meetingId],
  );
  if (named === undefined) return null;
  await lockBody(tx, named.body_id);
  const [row] = await tx.query<MeetingRecord>(
    `SELECT body_id, held_on, cancelled_on, version FROM meeting WHERE tenant_id = $1 AND meeting_id = $2 FOR UPDATE`,
    [tx.tenantId, meetingId],
  );
  return row ?? null;
}

/** Moves a meeting; the day on which it was first planned stays known. */
export async function moveTo(tx: Transaction, meetingId: string, heldOn: string): Promise<void> {
  await tx.execute(
    `UPDATE meeting SET moved_from = coalesce(moved_from, held_on), held_on = $3, version = version + 1
     WHERE tenant_id = $1 AND meeting_id = $2`,
    [tx.tenantId, meetingId, heldOn],
  );
}

export async function markCancelled(tx: Transaction, meetingId: string, reason: string): Promise<void> {
  await tx.execute(
    `UPDATE meeting SET cancelled_on = $3, cancel_reason = $4, version = version + 1
     WHERE tenant_id = $1 AND meeting_id = $2`,
    [tx.tenantId, meetingId, tx.today, reason],
  );
}
