import type { CreatePaper, PaperStepInput } from '@etatlotse/contracts/council';
import type { PaperStep } from '@etatlotse/domain/council';
import type { Transaction } from '../platform/database/transactions';

/** A paper as its commands see it. */
export interface PaperRecord {
  readonly kind: CreatePaper['kind'];
  readonly dsNumber: string | null;
  readonly datedOn: string | null;
  readonly body: string;
  readonly snapshotId: string | null;
  readonly previousSnapshotId: string | null;
  readonly state: 'draft' | 'published';
  readonly steps: number;
  readonly version: number;
}

export async function lockPaper(tx: Transaction, paperId: string): Promise<PaperRecord | null> {
  const [row] = await tx.query<PaperRecord>(
    `SELECT p.kind, p.ds_number AS "dsNumber", p.dated_on AS "datedOn", p.body, p.snapshot_id AS "snapshotId",
       p.previous_snapshot_id AS "previousSnapshotId", p.state, p.version,
       (SELECT count(*)::int FROM paper_step s WHERE s.tenant_id = p.tenant_id AND s.paper_id = p.paper_id) AS steps
     FROM council_paper p WHERE p.tenant_id = $1 AND p.paper_id = $2 FOR UPDATE`,
    [tx.tenantId, paperId],
  );
  return row ?? null;
}

/** What is written of a paper. */
export interface PaperValues {
  readonly command: CreatePaper;
  readonly body: string;
  readonly previousSnapshotId: string | null;
}

/** Whether another paper has the number. */
export async function isNumberTaken(tx: Transaction, dsNumber: string, paperId: string | null): Promise<boolean> {
  const found = await tx.query(
    `SELECT FROM council_paper WHERE tenant_id = $1 AND ds_number = $2 AND ($3::uuid IS NULL OR paper_id <> $3)`,
    [tx.tenantId, dsNumber, paperId],
  );
  return found.length > 0;
}

/** Meetings of a way, in its order; null where one is cancelled or not there. */
export async function findSteps(tx: Transaction, steps: readonly PaperStepInput[]): Promise<PaperStep[] | null> {
  const rows = await tx.query<PaperStep & { id: string }>(
    `SELECT m.meeting_id AS id, b.kind AS "bodyKind", m.held_on AS "heldOn"
     FROM meeting m JOIN council_body b ON b.tenant_id = m.tenant_id AND b.body_id = m.body_id
     WHERE m.tenant_id = $1 AND m.meeting_id = ANY ($2::uuid[]) AND m.cancelled_on IS NULL`,
    [tx.tenantId, steps.map(({ meetingId }) => meetingId)],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  const isWhole = found.size === steps.length;
  return isWhole
    ? steps.flatMap(({ meetingId, consultation }) => {
        const row = found.get(meetingId);
        return row === undefined ? [] : [{ bodyKind: row.bodyKind, heldOn: row.heldOn, consultation }];
      })
    : null;
}

export async function insertPaper(
  tx: Transaction,
  { command, body, previousSnapshotId }: PaperValues,
  more: { readonly origin?: 'manual' | 'source' | 'demo'; readonly figureKey?: string } = {},
): Promise<string> {
  const paperId = tx.nextId();
  await tx.execute(
    `INSERT INTO council_paper (tenant_id, paper_id, kind, ds_number, title, office, is_public, dated_on, body, snapshot_id,
       previous_snapshot_id, figure_key, extra_id, ref_numbers, state, origin, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'draft', $15, $16, $17)`,
    [
      ...[tx.tenantId, paperId, ...valuesOf(command), body, command.snapshotId ?? null, previousSnapshotId],
      ...[more.figureKey ?? '', command.extraId ?? null, command.refNumbers],
      ...[more.origin ?? 'manual', tx.actor?.personId ?? null, tx.now],
    ],
  );
  await insertSteps(tx, paperId, command.steps);
  return paperId;
}

export async function updatePaper(
  tx: Transaction,
  paperId: string,
  { command, body, previousSnapshotId }: PaperValues,
): Promise<void> {
  await tx.execute(
    `UPDATE council_paper SET kind = $3, ds_number = $4, title = $5, office = $6, is_public = $7, dated_on = $8, body = $9,
       snapshot_id = $10, previous_snapshot_id = $11, extra_id = $12, ref_numbers = $13, version = version + 1
     WHERE tenant_id = $1 AND paper_id = $2`,
    [
      ...[tx.tenantId, paperId, ...valuesOf(command), body, command.snapshotId ?? null, previousSnapshotId],
      ...[command.extraId ?? null, command.refNumbers],
    ],
  );
  await tx.execute(`DELETE FROM paper_step WHERE tenant_id = $1 AND paper_id = $2`, [tx.tenantId, paperId]);
  await insertSteps(tx, paperId, command.steps);
}

const valuesOf = ({ kind, dsNumber, title, office, isPublic, datedOn }: CreatePaper): unknown[] => [
  kind,
  dsNumber ?? null,
  title,
  office ?? '',
  isPublic,
  datedOn ?? null,
];

async function insertSteps(tx: Transaction, paperId: string, steps: readonly PaperStepInput[]): Promise<void> {
  await tx.execute(
    `INSERT INTO paper_step (tenant_id, paper_id, position, meeting_id, consultation)
     SELECT $1, $2, given.place, given.meeting, given.consultation
     FROM unnest($3::uuid[], $4::text[]) WITH ORDINALITY AS given (meeting, consultation, place)`,
    [tx.tenantId, paperId, steps.map(({ meetingId }) => meetingId), steps.map(({ consultation }) => consultation)],
  );
}

export async function markPublished(tx: Transaction, paperId: string): Promise<void> {
  await tx.execute(
    `UPDATE council_paper SET state = 'published', published_at = $3, version = version + 1
     WHERE tenant_id = $1 AND paper_id = $2`,
    [tx.tenantId, paperId, tx.now],
  );
}
