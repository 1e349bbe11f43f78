import type { MotionMover, MotionResult, Vote, VotedMotion } from '@etatlotse/domain/council';
import type { Transaction } from '../platform/database/transactions';

/** What is written of a motion. */
export interface MotionFace {
  readonly mover: MotionMover;
  readonly origin: string;
  readonly code: string;
  readonly title: string;
  readonly reason: string;
  readonly coverNote: string;
  readonly unitId: string | null;
  readonly fteHundredths: number;
}

/** Amounts as columns: entry n of the lists is one line in one year. */
export interface MotionCells {
  readonly lineIds: readonly string[];
  readonly fiscalYears: readonly number[];
  readonly amountCents: readonly number[];
  readonly isCover: readonly boolean[];
}

/** A motion of a held reading as its commands see it. */
export interface MotionRecord extends VotedMotion {
  readonly version: number;
}

/** The motions of a reading that the caller holds, in the order of votes. */
export async function motionsOf(tx: Transaction, readingId: string): Promise<MotionRecord[]> {
  return tx.query<MotionRecord>(
    `SELECT motion_id AS "motionId", CASE WHEN code = '' THEN title ELSE code END AS code, result,
       overtaken_by AS "overtakenById", version
     FROM motion WHERE tenant_id = $1 AND reading_id = $2 ORDER BY place, motion_id`,
    [tx.tenantId, readingId],
  );
}

export async function isNumberTaken(
  tx: Transaction,
  readingId: string,
  code: string,
  motionId: string | null,
): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM motion WHERE tenant_id = $1 AND reading_id = $2 AND code = $3 AND code <> ''
       AND ($4::uuid IS NULL OR motion_id <> $4)`,
    [tx.tenantId, readingId, code, motionId],
  );
  return rows.length > 0;
}

export async function isUnit(tx: Transaction, unitId: string): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM org_unit WHERE tenant_id = $1 AND unit_id = $2`, [tx.tenantId, unitId]);
  return rows.length > 0;
}

/** Stores a motion behind all others of its reading, which the caller holds. */
export async function insertMotion(tx: Transaction, readingId: string, face: MotionFace): Promise<string> {
  const motionId = tx.nextId();
  await tx.execute(
    `INSERT INTO motion (tenant_id, motion_id, reading_id, place, mover, origin, code, title, reason, cover_note, unit_id,
       fte_hundredths, brought_by, brought_at)
     SELECT $1, $2, $3, coalesce(max(place), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
     FROM motion WHERE tenant_id = $1 AND reading_id = $3`,
    [...[tx.tenantId, motionId, readingId], ...valuesOf(face), tx.personId, tx.now],
  );
  return motionId;
}

export async function updateMotion(tx: Transaction, motionId: string, face: MotionFace): Promise<void> {
  await tx.execute(
    `UPDATE motion SET mover = $3, origin = $4, code = $5, title = $6, reason = $7, cover_note = $8, unit_id = $9,
       fte_hundredths = $10, version = version + 1
     WHERE tenant_id = $1 AND motion_id = $2`,
    [tx.tenantId, motionId, ...valuesOf(face)],
  );
}

const valuesOf = (face: MotionFace): unknown[] => [
  face.mover,
  face.origin,
  face.code,
  face.title,
  face.reason,
  face.coverNote,
  face.unitId,
  face.fteHundredths,
];

/** Replaces the amounts of a motion and what it excludes. */
export async function writeMotionParts(
  tx: Transaction,
  motionId: string,
  cells: MotionCells,
  excludes: readonly string[],
): Promise<void> {
  const own = [tx.tenantId, motionId];
  await tx.execute(`DELETE FROM motion_amount WHERE tenant_id = $1 AND motion_id = $2`, own);
  await tx.execute(
    `INSERT INTO motion_amount (tenant_id, motion_id, line_id, fiscal_year, amount_cents, is_cover)
     SELECT $1, $2, cell.line_id, cell.fiscal_year, cell.amount_cents, cell.is_cover
     FROM unnest($3::uuid[], $4::smallint[], $5::bigint[], $6::boolean[])
       AS cell(line_id, fiscal_year, amount_cents, is_cover)`,
    [...own, cells.lineIds, cells.fiscalYears, cells.amountCents, cells.isCover],
  );
  await tx.execute(`DELETE FROM motion_exclusion WHERE tenant_id = $1 AND (motion_id = $2 OR other_id = $2)`, own);
  await tx.execute(
    `INSERT INTO motion_exclusion (tenant_id, motion_id, other_id)
     SELECT DISTINCT $1::uuid, $2::uuid, other FROM unnest($3::uuid[]) AS other`,
    [...own, excludes],
  );
}

export async function deleteMotion(tx: Transaction, motionId: string): Promise<void> {
  await tx.execute(`DELETE FROM motion WHERE tenant_id = $1 AND motion_id = $2`, [tx.tenantId, motionId]);
}

/** The motions that a motion and they exclude each other with. */
export async function excludedBy(tx: Transaction, motionId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT CASE WHEN motion_id = $2 THEN other_id ELSE motion_id END AS id FROM motion_exclusion
     WHERE tenant_id = $1 AND (motion_id = $2 OR other_id = $2)`,
    [tx.tenantId, motionId],
  );
  return rows.map(({ id }) => id);
}

/** Writes what a body made of a motion; the caller holds its reading. */
export async function writeVote(
  tx: Transaction,
  motionId: string,
  { result, counts, overtakenById }: Vote,
): Promise<void> {
  const isOpen = result === 'open';
  await tx.execute(
    `UPDATE motion SET result = $3, yes_votes = $4, no_votes = $5, abstained_votes = $6, overtaken_by = $7, voted_by = $8,
       voted_at = $9, version = version + 1
     WHERE tenant_id = $1 AND motion_id = $2`,
    [
      ...[
        tx.tenantId,
        motionId,
        result,
        counts?.yes ?? null,
        counts?.no ?? null,
        counts?.abstained ?? null,
        overtakenById,
      ],
      ...[isOpen ? null : tx.personId, isOpen ? null : tx.now],
    ],
  );
}

export async function writeOrder(tx: Transaction, readingId: string, motionIds: readonly string[]): Promise<void> {
  await tx.execute(
    `UPDATE motion SET place = given.place
     FROM unnest($3::uuid[]) WITH ORDINALITY AS given (id, place)
     WHERE motion.tenant_id = $1 AND motion.reading_id = $2 AND motion.motion_id = given.id`,
    [tx.tenantId, readingId, motionIds],
  );
}

/** A voted motion as it becomes a step of the plan. */
export interface DecidedMotion extends Omit<MotionCells, 'isCover'> {
  readonly mover: MotionMover;
  readonly code: string;
  readonly origin: string;
  readonly title: string;
  readonly reason: string;
  readonly result: MotionResult;
}

/** Motions of a reading with their amounts, in the order of votes. */
export async function decidedMotions(tx: Transaction, readingId: string): Promise<DecidedMotion[]> {
  return tx.query<DecidedMotion>(
    `SELECT m.mover, m.code, m.origin, m.title, m.reason, m.result,
       coalesce(json_agg(a.line_id ORDER BY a.fiscal_year, a.line_id) FILTER (WHERE a.line_id IS NOT NULL), '[]') AS "lineIds",
       coalesce(json_agg(a.fiscal_year ORDER BY a.fiscal_year, a.line_id) FILTER (WHERE a.line_id IS NOT NULL), '[]')
         AS "fiscalYears",
       coalesce(json_agg(a.amount_cents ORDER BY a.fiscal_year, a.line_id) FILTER (WHERE a.line_id IS NOT NULL), '[]')
         AS "amountCents"
     FROM motion m LEFT JOIN motion_amount a ON a.tenant_id = m.tenant_id AND a.motion_id = m.motion_id
     WHERE m.tenant_id = $1 AND m.reading_id = $2
     GROUP BY m.tenant_id, m.motion_id ORDER BY m.place, m.motion_id`,
    [tx.tenantId, readingId],
  );
}
