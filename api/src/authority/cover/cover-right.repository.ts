import type { DeclaredWay } from '@etatlotse/domain/authority';
import type { Transaction } from '../../platform/database/transactions';

/** Holds lines in id order, so that two people cannot declare both directions at the same moment. */
export async function holdLines(tx: Transaction, lineIds: readonly string[]): Promise<void> {
  await tx.query(
    `SELECT line_id FROM budget_line WHERE tenant_id = $1 AND line_id = ANY ($2::uuid[])
     ORDER BY line_id FOR NO KEY UPDATE`,
    [tx.tenantId, lineIds],
  );
}

/** Which way the rights that hold between two lines run, seen from the line that wants to draw. */
export async function declaredWay(tx: Transaction, drawingLineId: string, givingLineId: string): Promise<DeclaredWay> {
  const rows = await tx.query<{ is_forward: boolean }>(
    `SELECT drawing_line_id = $2::uuid AS is_forward FROM cover_right
     WHERE tenant_id = $1 AND ended_at IS NULL
       AND (drawing_line_id, giving_line_id) IN (($2::uuid, $3::uuid), ($3::uuid, $2::uuid))
     ORDER BY 1 DESC FOR SHARE`,
    [tx.tenantId, drawingLineId, givingLineId],
  );
  if (rows.length === 0) return 'none';
  return rows[0]?.is_forward === true ? 'forward' : 'backward';
}

/** The budget note behind a right that holds; null without one. */
export async function findNote(tx: Transaction, drawingLineId: string, givingLineId: string): Promise<string | null> {
  const [right] = await tx.query<{ budget_note: string }>(
    `SELECT budget_note FROM cover_right
     WHERE tenant_id = $1 AND drawing_line_id = $2 AND giving_line_id = $3 AND ended_at IS NULL`,
    [tx.tenantId, drawingLineId, givingLineId],
  );
  return right?.budget_note ?? null;
}

export interface NewCoverRight {
  readonly drawingLineId: string;
  readonly givingLineId: string;
  readonly budgetNote: string;
}

export async function insertCoverRight(tx: Transaction, right: NewCoverRight): Promise<string> {
  const rightId = tx.nextId();
  await tx.execute(
    `INSERT INTO cover_right (tenant_id, right_id, drawing_line_id, giving_line_id, budget_note, declared_by, declared_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.tenantId, rightId, right.drawingLineId, right.givingLineId, right.budgetNote, tx.personId, tx.now],
  );
  return rightId;
}

/** Whether a right exists here and still holds. */
export async function findCoverRight(tx: Transaction, rightId: string): Promise<{ readonly version: number } | null> {
  const [right] = await tx.query<{ version: number }>(
    `SELECT version FROM cover_right WHERE tenant_id = $1 AND right_id = $2 AND ended_at IS NULL`,
    [tx.tenantId, rightId],
  );
  return right ?? null;
}

/** Ends a right; false when somebody else was faster. */
export async function endRight(tx: Transaction, rightId: string, version: number): Promise<boolean> {
  const ended = await tx.execute(
    `UPDATE cover_right SET ended_at = $4, version = version + 1
     WHERE tenant_id = $1 AND right_id = $2 AND version = $3 AND ended_at IS NULL`,
    [tx.tenantId, rightId, version, tx.now],
  );
  return ended === 1;
}
