import type { CreateEarmark } from '@etatlotse/contracts/authority';
import type { EarmarkStepName } from '@etatlotse/contracts/authority/plain';
import {
  type EarmarkedLine,
  type EarmarkFacts,
  type GrantYear,
  lineOverYears,
  type ProofState,
} from '@etatlotse/domain/authority';
import { cents } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';

/** A grant as its steps see it. */
export interface EarmarkRecord {
  readonly earmarkId: string;
  readonly number: string;
  readonly giver: string;
  readonly fiscalYear: number;
  readonly facts: EarmarkFacts;
  readonly proofState: ProofState;
  readonly version: number;
}

/** An expense line of a grant, with the unit that answers for it. */
export interface EarmarkLineRecord extends EarmarkedLine {
  readonly unitId: string | null;
}

interface EarmarkRow {
  readonly earmark_id: string;
  readonly number: string;
  readonly giver: string;
  readonly fiscal_year: number;
  readonly planned_cents: number;
  readonly promised_cents: number | null;
  readonly received_cents: number;
  readonly refunded_cents: number;
  readonly lowers_with_revenue: boolean;
  readonly proof_state: ProofState;
  readonly version: number;
}

/** Reads a grant and holds it until the transaction ends: what happens to it happens one after the other. */
export async function lockEarmark(tx: Transaction, earmarkId: string): Promise<EarmarkRecord | null> {
  const [row] = await tx.query<EarmarkRow>(lockSql, [tx.tenantId, earmarkId]);
  if (row === undefined) return null;
  return {
    earmarkId: row.earmark_id,
    number: row.number,
    giver: row.giver,
    fiscalYear: row.fiscal_year,
    facts: {
      plannedCents: cents(row.planned_cents),
      promisedCents: row.promised_cents === null ? null : cents(row.promised_cents),
      receivedCents: cents(row.received_cents),
      refundedCents: cents(row.refunded_cents),
      lowersWithRevenue: row.lowers_with_revenue,
    },
    proofState: row.proof_state,
    version: row.version,
  };
}
const lockSql = `
  SELECT earmark_id, number, giver, fiscal_year, planned_cents, promised_cents, received_cents, refunded_cents,
    lowers_with_revenue, proof_state, version
  FROM earmark WHERE tenant_id = $1 AND earmark_id = $2 FOR UPDATE`;

/** The lines of a grant with what it has already done to them; the ledger is the only place where that stands. */
export async function readEarmarkLines(tx: Transaction, record: EarmarkRecord): Promise<EarmarkLineRecord[]> {
  const rows = await tx.query<{ line_id: string; unit_id: string | null; planned_cents: number; booked_cents: number }>(
    linesSql,
    [tx.tenantId, record.earmarkId, record.fiscalYear],
  );
  return rows.map((row) => ({
    lineId: row.line_id,
    unitId: row.unit_id,
    plannedCents: cents(row.planned_cents),
    bookedCents: cents(row.booked_cents),
  }));
}
const linesSql = `
  SELECT e.line_id, l.unit_id, e.planned_cents, coalesce(m.booked_cents, 0)::bigint AS booked_cents
  FROM earmark_line e
  JOIN budget_line l ON l.tenant_id = e.tenant_id AND l.line_id = e.line_id
  LEFT JOIN (SELECT line_id, sum(amount_cents) AS booked_cents FROM movement
    WHERE tenant_id = $1 AND decision_id = $2 AND fiscal_year = $3 AND kind = 'earmark' GROUP BY line_id) m
    ON m.line_id = e.line_id
  WHERE e.tenant_id = $1 AND e.earmark_id = $2 ORDER BY l.number, e.line_id`;

/** A line that somebody wants to earmark money for, or that it comes in on. */
export interface NamedLine {
  readonly lineId: string;
  readonly number: string;
  readonly direction: string;
  readonly unitId: string | null;
  readonly isArchived: boolean;
}

export async function findNamedLines(tx: Transaction, lineIds: readonly string[]): Promise<NamedLine[]> {
  return tx.query<NamedLine>(
    `SELECT line_id AS "lineId", number, direction, unit_id AS "unitId", archived_at IS NOT NULL AS "isArchived"
     FROM budget_line WHERE tenant_id = $1 AND line_id = ANY($2::uuid[])`,
    [tx.tenantId, lineIds],
  );
}

export async function isYearKnown(tx: Transaction, fiscalYear: number): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM fiscal_year WHERE tenant_id = $1 AND fiscal_year = $2`, [
    tx.tenantId,
    fiscalYear,
  ]);
  return rows.length > 0;
}

/** A grant of one year, as it is stored; of several years each names the first. */
type NewEarmark = Omit<CreateEarmark, 'years'> & {
  readonly origin?: 'manual' | 'demo';
  readonly grantId?: string;
};

/** Adds a grant with its lines; null when its number is taken in the year. */
async function insertEarmark(tx: Transaction, grant: NewEarmark): Promise<string | null> {
  const earmarkId = tx.nextId();
  const inserted = await tx.execute(insertSql, [
    tx.tenantId,
    earmarkId,
    grant.number,
    grant.giver,
    grant.purpose,
    grant.fiscalYear,
    grant.revenueLineId ?? null,
    grant.plannedCents,
    grant.lowersWithRevenue,
    grant.useBy ?? null,
    grant.proofDueOn ?? null,
    grant.origin ?? 'manual',
    tx.actor?.personId ?? null,
    tx.now,
    grant.grantId ?? null,
  ]);
  if (inserted === 0) return null;
  await tx.query(
    `INSERT INTO earmark_line (tenant_id, earmark_id, line_id, planned_cents)
     SELECT $1, $2, line.id, line.planned FROM unnest($3::uuid[], $4::bigint[]) AS line(id, planned)`,
    [
      tx.tenantId,
      earmarkId,
      grant.lines.map(({ lineId }) => lineId),
      grant.lines.map(({ plannedCents }) => plannedCents),
    ],
  );
  return earmarkId;
}
const insertSql = `
  INSERT INTO earmark (tenant_id, earmark_id, number, giver, purpose, fiscal_year, revenue_line_id, planned_cents,
    lowers_with_revenue, use_by, proof_due_on, origin, created_by, created_at, grant_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  ON CONFLICT (tenant_id, fiscal_year, number) DO NOTHING`;

/** Each year with its share and the lines' parts of it; the proof of use is due once, at the end. Null: the number is taken. */
export async function insertGrant(
  tx: Transaction,
  grant: CreateEarmark & Pick<NewEarmark, 'origin'>,
  shares: readonly GrantYear[],
): Promise<string | null> {
  const { years: _years, proofDueOn, ...facts } = grant;
  const parts = grant.lines.map((line) => lineOverYears(cents(line.plannedCents), shares));
  let firstId: string | null = null;
  for (const [at, share] of shares.entries()) {
    const isLast = at === shares.length - 1;
    const id = await insertEarmark(tx, {
      ...facts,
      ...share,
      lines: grant.lines.map(({ lineId }, line) => ({ lineId, plannedCents: parts[line]?.[at] ?? 0 })),
      ...(isLast && proofDueOn !== undefined ? { proofDueOn } : {}),
      ...(firstId === null ? {} : { grantId: firstId }),
    });
    if (id === null) return null;
    firstId ??= id;
  }
  if (firstId !== null && shares.length > 1) await markFirstYear(tx, firstId);
  return firstId;
}

/** Says of the first year of a grant that further ones follow. */
async function markFirstYear(tx: Transaction, earmarkId: string): Promise<void> {
  await tx.execute(`UPDATE earmark SET grant_id = $2 WHERE tenant_id = $1 AND earmark_id = $2`, [
    tx.tenantId,
    earmarkId,
  ]);
}

/** What is recorded of one step. */
export interface EarmarkEvent {
  readonly step: EarmarkStepName;
  readonly amountCents: number | null;
  readonly authorityCents: number;
  readonly happenedOn: string;
  readonly documentNumber: string;
  readonly note: string;
  readonly recordedBy: string | null;
  readonly approvedBy: string | null;
}

/** Writes what is known of a grant after a step, and the step itself. */
export async function writeStep(
  tx: Transaction,
  earmarkId: string,
  facts: EarmarkFacts,
  event: EarmarkEvent,
): Promise<void> {
  await tx.query(updateSql, [
    tx.tenantId,
    earmarkId,
    facts.promisedCents,
    facts.receivedCents,
    facts.refundedCents,
    event.step,
    event.amountCents,
    event.documentNumber,
    event.happenedOn,
    PROOF_AFTER[event.step] ?? null,
  ]);
  await tx.query(eventSql, [
    tx.tenantId,
    tx.nextId(),
    earmarkId,
    event.step,
    event.amountCents,
    event.authorityCents,
    event.happenedOn,
    event.documentNumber,
    event.note,
    event.recordedBy,
    event.approvedBy,
    tx.now,
  ]);
}

const PROOF_AFTER: Partial<Readonly<Record<EarmarkStepName, ProofState>>> = {
  proof_submitted: 'submitted',
  proof_accepted: 'accepted',
  proof_open: 'open',
};

const updateSql = `
  UPDATE earmark SET promised_cents = $3, received_cents = $4, refunded_cents = $5,
    verbal_cents = CASE WHEN $6 = 'verbal_promise' THEN $7::bigint ELSE verbal_cents END,
    notice_number = CASE WHEN $6 = 'binding_notice' THEN $8 ELSE notice_number END,
    notice_on = CASE WHEN $6 = 'binding_notice' THEN $9::date ELSE notice_on END,
    proof_state = coalesce($10, proof_state),
    proof_changed_on = CASE WHEN $10::text IS NULL THEN proof_changed_on ELSE $9::date END,
    version = version + 1
  WHERE tenant_id = $1 AND earmark_id = $2`;

const eventSql = `
  INSERT INTO earmark_event (tenant_id, event_id, earmark_id, kind, amount_cents, authority_cents, happened_on,
    document_number, note, recorded_by, approved_by, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
