import type { PaperSubject } from '@etatlotse/contracts/budget/plain';
import type { Transaction } from '../platform/database/transactions';

/** What a note or document hangs on; everything belongs to a line, and the line to a unit. */
export interface Subject {
  readonly subjectType: PaperSubject;
  readonly subjectId: string;
}

/** The line behind a subject, or null where the subject does not exist in these units (null: all). */
export async function findSubjectLine(
  tx: Transaction,
  subject: Subject,
  units: readonly string[] | null,
): Promise<string | null> {
  const [line] = await tx.query<{ line_id: string }>(sqlOf[subject.subjectType], [
    tx.tenantId,
    subject.subjectId,
    units,
  ]);
  return line?.line_id ?? null;
}

const inUnits = `l.tenant_id = $1 AND ($3::uuid[] IS NULL OR l.unit_id = ANY ($3))`;

const sqlOf: Readonly<Record<PaperSubject, string>> = {
  budget_line: `SELECT l.line_id FROM budget_line l WHERE l.line_id = $2 AND ${inUnits}`,
  purchase_order: `
    SELECT l.line_id FROM purchase_order o JOIN budget_line l ON l.tenant_id = o.tenant_id AND l.line_id = o.line_id
    WHERE o.order_id = $2 AND ${inUnits}`,
  movement: `
    SELECT l.line_id FROM movement m JOIN budget_line l ON l.tenant_id = m.tenant_id AND l.line_id = m.line_id
    WHERE m.tenant_id = $1 AND m.movement_id = $2 AND ${inUnits}`,
  // A contract is its own unit's, whoever answers for the line that pays for it.
  contract: `
    SELECT c.line_id FROM contract c
    WHERE c.tenant_id = $1 AND c.contract_id = $2 AND ($3::uuid[] IS NULL OR c.unit_id = ANY ($3))`,
};
