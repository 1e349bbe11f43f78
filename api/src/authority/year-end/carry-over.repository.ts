import type { CarryOverProposal, SeenProposal } from '@etatlotse/contracts/authority';
import type { CarryOverKind, CarryOverPart, CarryOverState } from '@etatlotse/domain/authority';
import type { Transaction } from '../../platform/database/transactions';

/** A carry-over as it is stored. */
export interface StoredCarryOver {
  readonly id: string;
  readonly lineId: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly originYear: number;
  readonly kind: CarryOverKind;
  readonly amountCents: number;
  readonly reason: string;
  readonly expiresOn: string | null;
  readonly state: CarryOverState;
  readonly proposedBy: string;
  readonly version: number;
}

const stored = `carry_over_id AS id, line_id AS "lineId", from_year AS "fromYear", to_year AS "toYear",
  origin_year AS "originYear", kind, amount_cents AS "amountCents", reason, expires_on AS "expiresOn", state,
  proposed_by AS "proposedBy", version`;

const findSql = `
  SELECT ${stored} FROM carry_over WHERE tenant_id = $1 AND carry_over_id = ANY ($2::uuid[]) ORDER BY carry_over_id`;
const holdSql = `${findSql} FOR UPDATE`;

/** Stores proposals; one that waits for the same line and year is replaced and counts as asked for by this person. */
export async function storeProposals(
  tx: Transaction,
  fromYear: number,
  proposals: readonly CarryOverProposal[],
): Promise<void> {
  const rows = proposals.map((proposal) => ({ ...proposal, id: tx.nextId() }));
  await tx.execute(proposeSql, [tx.tenantId, fromYear, JSON.stringify(rows), tx.personId, tx.now]);
}

const proposeSql = `
  INSERT INTO carry_over AS c (tenant_id, carry_over_id, line_id, from_year, origin_year, kind, amount_cents, reason, state,
    proposed_by, proposed_at)
  SELECT $1, r.id, r."lineId", $2, $2, r.kind, r."amountCents", r.reason, 'proposed', $4, $5
  FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, "lineId" uuid, kind text, "amountCents" bigint, reason text)
  ORDER BY r."lineId"
  ON CONFLICT (tenant_id, line_id, from_year) WHERE state = 'proposed' DO UPDATE
    SET kind = excluded.kind, amount_cents = excluded.amount_cents, reason = excluded.reason,
      proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at, version = c.version + 1`;

/** Proposals as they are named, whatever their state. */
export function findCarryOvers(tx: Transaction, ids: readonly string[]): Promise<StoredCarryOver[]> {
  return tx.query<StoredCarryOver>(findSql, [tx.tenantId, ids]);
}

/** The same, kept from others until the transaction ends. */
export function holdCarryOvers(tx: Transaction, ids: readonly string[]): Promise<StoredCarryOver[]> {
  return tx.query<StoredCarryOver>(holdSql, [tx.tenantId, ids]);
}

export async function refuseProposals(
  tx: Transaction,
  proposals: readonly Pick<SeenProposal, 'id'>[],
  note: string,
): Promise<void> {
  await tx.execute(
    `UPDATE carry_over SET state = 'refused', decided_by = $3, decided_at = $4, decision_note = $5, version = version + 1
     WHERE tenant_id = $1 AND carry_over_id = ANY ($2::uuid[])`,
    [tx.tenantId, proposals.map(({ id }) => id), tx.personId, tx.now, note],
  );
}

/** One part of a proposal as it was approved. */
export interface ApprovedPart extends CarryOverPart {
  readonly id: string;
  readonly proposal: StoredCarryOver;
  readonly movedCommitmentCents: number;
}

/**
 * Writes the decision: the first part of a proposal keeps its row, further parts (rests of older years that go on) get
 * rows of their own, so that each lives by its own clock.
 */
export async function approveParts(tx: Transaction, parts: readonly ApprovedPart[], note: string): Promise<void> {
  const rows = parts.map((part) => ({
    id: part.id,
    line_id: part.proposal.lineId,
    from_year: part.proposal.fromYear,
    origin_year: part.originYear,
    kind: part.kind,
    amount_cents: part.amountCents,
    reason: part.proposal.reason,
    expires_on: part.lastDay,
    proposed_by: part.proposal.proposedBy,
    moved_cents: part.movedCommitmentCents,
  }));
  await tx.execute(approveSql, [tx.tenantId, JSON.stringify(rows), tx.personId, tx.now, note]);
}

const approveSql = `
  INSERT INTO carry_over AS c (tenant_id, carry_over_id, line_id, from_year, origin_year, kind, amount_cents, reason,
    expires_on, state, proposed_by, proposed_at, decided_by, decided_at, decision_note, moved_commitment_cents)
  SELECT $1, r.id, r.line_id, r.from_year, r.origin_year, r.kind, r.amount_cents, r.reason, r.expires_on, 'approved',
    r.proposed_by, $4, $3, $4, $5, r.moved_cents
  FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, line_id uuid, from_year smallint, origin_year smallint, kind text,
    amount_cents bigint, reason text, expires_on date, proposed_by uuid, moved_cents bigint)
  ORDER BY r.id
  ON CONFLICT (tenant_id, carry_over_id) DO UPDATE SET state = 'approved', origin_year = excluded.origin_year,
    kind = excluded.kind, amount_cents = excluded.amount_cents, expires_on = excluded.expires_on,
    decided_by = excluded.decided_by, decided_at = excluded.decided_at, decision_note = excluded.decision_note,
    moved_commitment_cents = excluded.moved_commitment_cents, version = c.version + 1`;

/** Rests whose time may be over: past their last day, or left in a year whose books have closed. */
export async function findDueRests(tx: Transaction): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT c.carry_over_id AS id FROM carry_over c
     LEFT JOIN fiscal_year y ON y.tenant_id = c.tenant_id AND y.fiscal_year = c.to_year
     WHERE c.tenant_id = $1 AND c.state = 'approved' AND (c.expires_on < $2::date OR y.books_state = 'closed')
     ORDER BY c.to_year, c.carry_over_id`,
    [tx.tenantId, tx.today],
  );
  return rows.map(({ id }) => id);
}

/** An investment that was begun in time lives until its last payment (T10b). */
export async function liveOn(tx: Transaction, id: string): Promise<void> {
  await tx.execute(
    `UPDATE carry_over SET expires_on = NULL, version = version + 1 WHERE tenant_id = $1 AND carry_over_id = $2`,
    [tx.tenantId, id],
  );
}

/** The end of a rest: used up, or lapsed with what was left of it. */
export async function endRest(tx: Transaction, id: string, lapsedCents: number): Promise<void> {
  await tx.execute(
    `UPDATE carry_over SET state = CASE WHEN $3::bigint > 0 THEN 'lapsed' ELSE 'used' END, lapsed_cents = $3, ended_on = $4,
       version = version + 1
     WHERE tenant_id = $1 AND carry_over_id = $2`,
    [tx.tenantId, id, lapsedCents, tx.today],
  );
}
