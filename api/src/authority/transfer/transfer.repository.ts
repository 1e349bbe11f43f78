import type { TransferState } from '@etatlotse/contracts/authority';
import type { TransferForm, TransferMovement } from '@etatlotse/domain/authority';
import { type NewMovement, writeMovements } from '../../budget';
import type { Transaction } from '../../platform/database/transactions';

/** A transfer as it is stored. */
export interface StoredTransfer {
  readonly id: string;
  readonly fiscalYear: number;
  readonly form: TransferForm;
  readonly fromLineId: string;
  readonly toLineId: string;
  readonly amountCents: number;
  readonly state: TransferState;
  readonly reason: string;
  readonly documentNumber: string;
  readonly budgetNote: string;
  readonly undoesId: string | null;
  readonly requestedBy: string;
  readonly version: number;
}

export type NewTransfer = Omit<StoredTransfer, 'id' | 'requestedBy' | 'version'>;

/** Stores a transfer of whoever works; one that is booked at once has nobody else who decided. */
export async function insertTransfer(tx: Transaction, transfer: NewTransfer): Promise<string> {
  const id = tx.nextId();
  await tx.execute(insertSql, [
    tx.tenantId,
    id,
    transfer.fiscalYear,
    transfer.form,
    transfer.fromLineId,
    transfer.toLineId,
    transfer.amountCents,
    transfer.state,
    transfer.reason,
    transfer.documentNumber,
    transfer.budgetNote,
    transfer.undoesId,
    tx.personId,
    tx.now,
  ]);
  return id;
}

/** Holds a transfer until the transaction ends. */
export async function lockTransfer(tx: Transaction, id: string): Promise<StoredTransfer | null> {
  const [transfer] = await tx.query<StoredTransfer>(lockSql, [tx.tenantId, id]);
  return transfer ?? null;
}

/** What becomes of a transfer, and who said so. The form is that of the moment of booking. */
export async function closeTransfer(
  tx: Transaction,
  id: string,
  { state, form, reason }: { readonly state: TransferState; readonly form: TransferForm; readonly reason: string },
): Promise<void> {
  await tx.execute(
    `UPDATE transfer SET state = $3, form = $4, decision_reason = $5, decided_by = $6, decided_at = $7,
       version = version + 1 WHERE tenant_id = $1 AND transfer_id = $2`,
    [tx.tenantId, id, state, form, reason, tx.personId, tx.now],
  );
}

/** A booked transfer that was undone keeps who decided on it; the counter-transfer says who undid it. */
export async function markUndone(tx: Transaction, id: string): Promise<void> {
  await tx.execute(
    `UPDATE transfer SET state = 'undone', version = version + 1 WHERE tenant_id = $1 AND transfer_id = $2`,
    [tx.tenantId, id],
  );
}

/** What an investment line has received from current expense in the year, less what was undone (T7). */
export async function investmentCoverUsed(tx: Transaction, lineId: string, fiscalYear: number): Promise<number> {
  const [sum] = await tx.query<{ used: number }>(
    `SELECT coalesce(sum(amount_cents), 0)::bigint AS used FROM transfer
     WHERE tenant_id = $1 AND to_line_id = $2 AND fiscal_year = $3 AND form = 'investment_cover' AND state = 'booked'
       AND undoes_id IS NULL`,
    [tx.tenantId, lineId, fiscalYear],
  );
  return sum?.used ?? 0;
}

/**
 * Writes the movements of a transfer; the caller holds the balances. A counter-movement names the one it undoes. Answers
 * false where the books have closed meanwhile and nothing was written.
 */
export async function writeTransfer(
  tx: Transaction,
  transfer: Pick<StoredTransfer, 'id' | 'fiscalYear' | 'reason' | 'documentNumber' | 'undoesId'>,
  movements: readonly TransferMovement[],
): Promise<boolean> {
  const undone = transfer.undoesId === null ? new Map<string, string>() : await movementsOf(tx, transfer.undoesId);
  const rows = movements.map(({ lineId, kind, amountCents }): NewMovement => ({
    lineId,
    fiscalYear: transfer.fiscalYear,
    kind,
    amountCents,
    bookedOn: tx.today,
    source: 'person',
    documentNumber: transfer.documentNumber,
    text: transfer.reason.slice(0, 200),
    reason: transfer.reason,
    transferId: transfer.id,
    reversesId: undone.get(lineId) ?? null,
  }));
  return (await writeMovements(tx, rows)).length === rows.length;
}

/** The movement of a transfer on each of its lines. */
async function movementsOf(tx: Transaction, transferId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ line_id: string; movement_id: string }>(
    `SELECT line_id, movement_id FROM movement WHERE tenant_id = $1 AND transfer_id = $2`,
    [tx.tenantId, transferId],
  );
  return new Map(rows.map((row) => [row.line_id, row.movement_id]));
}

const insertSql = `
  INSERT INTO transfer (tenant_id, transfer_id, fiscal_year, form, from_line_id, to_line_id, amount_cents, state, reason,
    document_number, budget_note, undoes_id, requested_by, requested_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

const lockSql = `
  SELECT transfer_id AS id, fiscal_year AS "fiscalYear", form, from_line_id AS "fromLineId", to_line_id AS "toLineId",
    amount_cents AS "amountCents", state, reason, document_number AS "documentNumber", budget_note AS "budgetNote",
    undoes_id AS "undoesId", requested_by AS "requestedBy", version
  FROM transfer WHERE tenant_id = $1 AND transfer_id = $2 FOR UPDATE`;
