import type { ExtraContent, ExtraCoverInput, ExtraEvent } from '@etatlotse/contracts/authority';
import type { ExtraDecision, ExtraState } from '@etatlotse/domain/authority';
import type { Transaction } from '../../platform/database/transactions';

/** A line of a request as it is stored. The two figures are kept once the request has ended. */
export interface StoredExtraItem {
  readonly lineId: string;
  readonly requestedCents: number;
  readonly appropriationCents: number | null;
  readonly grantedBeforeCents: number | null;
}

/** A request as it is stored. */
export interface StoredExtraRequest {
  readonly id: string;
  readonly fiscalYear: number;
  readonly number: string;
  readonly subject: string;
  readonly substanceReason: string;
  readonly timeReason: string;
  readonly isContinuedInvestment: boolean;
  readonly state: ExtraState;
  readonly createdBy: string;
  readonly submittedBy: string | null;
  readonly version: number;
  readonly items: readonly StoredExtraItem[];
  readonly covers: readonly ExtraCoverInput[];
  /** Where a grant waits for a second person. */
  readonly pendingApprovalId: string | null;
}

/** The action that a second person decides on when extra authority is to be granted. */
export const GRANT_EXTRA = 'extra.grant';

/** How a request is called: the year and its number in it. */
export const extraNumberOf = (request: string): string =>
  `${request}.fiscal_year || '-' || lpad(${request}.sequence::text, 3, '0')`;

export async function findExtraRequest(tx: Transaction, requestId: string): Promise<StoredExtraRequest | null> {
  const [row] = await tx.query<{ request: StoredExtraRequest }>(findSql, [tx.tenantId, requestId, GRANT_EXTRA]);
  return row?.request ?? null;
}

/** Reads a request and keeps others from changing it until the transaction ends. */
export async function lockExtraRequest(tx: Transaction, requestId: string): Promise<StoredExtraRequest | null> {
  await tx.query(`SELECT FROM extra_request WHERE tenant_id = $1 AND request_id = $2 FOR UPDATE`, [
    tx.tenantId,
    requestId,
  ]);
  return findExtraRequest(tx, requestId);
}

/** Stores a new draft under the next number of its year. */
export async function insertExtraRequest(tx: Transaction, fiscalYear: number, content: ExtraContent): Promise<string> {
  const requestId = tx.nextId();
  // Numbers of a year are given one after the other; the lock ends with the transaction.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('extra_request ' || $1 || $2, 0))`, [
    tx.tenantId,
    String(fiscalYear),
  ]);
  await tx.execute(insertSql, [
    tx.tenantId,
    requestId,
    fiscalYear,
    content.subject,
    content.substanceReason,
    content.timeReason,
    content.isContinuedInvestment,
    tx.personId,
    tx.now,
  ]);
  await writeContent(tx, requestId, content);
  await addStep(tx, requestId, { step: 'create', takenBy: tx.personId });
  return requestId;
}

/** Replaces what a draft says. */
export async function updateExtraRequest(tx: Transaction, requestId: string, content: ExtraContent): Promise<void> {
  await tx.execute(
    `UPDATE extra_request SET subject = $3, substance_reason = $4, time_reason = $5, is_continued_investment = $6,
       version = version + 1
     WHERE tenant_id = $1 AND request_id = $2`,
    [
      tx.tenantId,
      requestId,
      content.subject,
      content.substanceReason,
      content.timeReason,
      content.isContinuedInvestment,
    ],
  );
  for (const table of ['extra_request_item', 'extra_request_cover']) {
    await tx.execute(`DELETE FROM ${table} WHERE tenant_id = $1 AND request_id = $2`, [tx.tenantId, requestId]);
  }
  await writeContent(tx, requestId, content);
}

async function writeContent(tx: Transaction, requestId: string, { items, covers }: ExtraContent): Promise<void> {
  await tx.execute(
    `INSERT INTO extra_request_item (tenant_id, request_id, line_id, place, requested_cents)
     SELECT $1, $2, i."lineId", i.place, i."amountCents"
     FROM jsonb_to_recordset($3::jsonb) AS i("lineId" uuid, place smallint, "amountCents" bigint)`,
    [tx.tenantId, requestId, JSON.stringify(items.map((item, place) => ({ ...item, place })))],
  );
  await tx.execute(
    `INSERT INTO extra_request_cover (tenant_id, request_id, place, kind, line_id, amount_cents)
     SELECT $1, $2, c.place, c.kind, c."lineId", c."amountCents"
     FROM jsonb_to_recordset($3::jsonb) AS c(place smallint, kind text, "lineId" uuid, "amountCents" bigint)`,
    [tx.tenantId, requestId, JSON.stringify(covers.map((cover, place) => ({ ...cover, place })))],
  );
}

/** Moves a request to another state. Submitting keeps who did. */
export async function storeExtraState(
  tx: Transaction,
  requestId: string,
  state: ExtraState,
  submittedBy: string | null,
): Promise<void> {
  await tx.execute(
    `UPDATE extra_request SET state = $3, submitted_by = $4, version = version + 1 WHERE tenant_id = $1 AND request_id = $2`,
    [tx.tenantId, requestId, state, submittedBy],
  );
}

export async function storeExtraDecision(tx: Transaction, requestId: string, decision: ExtraDecision): Promise<void> {
  await tx.execute(
    `UPDATE extra_request SET state = $3, decider = $4, decided_on = $5, decision_document = $6, version = version + 1
     WHERE tenant_id = $1 AND request_id = $2`,
    [
      tx.tenantId,
      requestId,
      decision.isGranted ? 'granted' : 'refused',
      decision.decider,
      decision.decidedOn,
      decision.document,
    ],
  );
}

/** Keeps the figures of the printed form as they are now, before the grant is written. */
export async function keepExtraFigures(
  tx: Transaction,
  requestId: string,
  items: readonly {
    readonly lineId: string;
    readonly appropriationCents: number;
    readonly grantedBeforeCents: number;
  }[],
): Promise<void> {
  await tx.execute(
    `UPDATE extra_request_item i SET appropriation_cents = f."appropriationCents", granted_before_cents = f."grantedBeforeCents"
     FROM jsonb_to_recordset($3::jsonb) AS f("lineId" uuid, "appropriationCents" bigint, "grantedBeforeCents" bigint)
     WHERE i.tenant_id = $1 AND i.request_id = $2 AND i.line_id = f."lineId"`,
    [tx.tenantId, requestId, JSON.stringify(items)],
  );
}

export async function addStep(
  tx: Transaction,
  requestId: string,
  event: {
    readonly step: ExtraEvent['step'];
    readonly takenBy: string;
    readonly approvedBy?: string;
    readonly note?: string;
  },
): Promise<void> {
  await tx.execute(
    `INSERT INTO extra_request_step (tenant_id, request_id, step_id, step, taken_by, approved_by, taken_at, note)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.tenantId,
      requestId,
      tx.nextId(),
      event.step,
      event.takenBy,
      event.approvedBy ?? null,
      tx.now,
      event.note ?? '',
    ],
  );
}

const insertSql = `
  INSERT INTO extra_request (tenant_id, request_id, fiscal_year, sequence, subject, substance_reason, time_reason,
    is_continued_investment, state, created_by, created_at)
  SELECT $1, $2, $3, coalesce(max(r.sequence), 0) + 1, $4, $5, $6, $7, 'draft', $8, $9
  FROM extra_request r WHERE r.tenant_id = $1 AND r.fiscal_year = $3`;

const findSql = `
  SELECT json_build_object('id', r.request_id, 'fiscalYear', r.fiscal_year, 'number', ${extraNumberOf('r')},
    'subject', r.subject, 'substanceReason', r.substance_reason, 'timeReason', r.time_reason,
    'isContinuedInvestment', r.is_continued_investment, 'state', r.state, 'createdBy', r.created_by,
    'submittedBy', r.submitted_by, 'version', r.version,
    'items', (SELECT coalesce(json_agg(json_build_object('lineId', i.line_id, 'requestedCents', i.requested_cents,
        'appropriationCents', i.appropriation_cents, 'grantedBeforeCents', i.granted_before_cents) ORDER BY i.place), '[]')
      FROM extra_request_item i WHERE i.tenant_id = $1 AND i.request_id = $2),
    'covers', (SELECT coalesce(json_agg(json_build_object('kind', c.kind, 'lineId', c.line_id,
        'amountCents', c.amount_cents) ORDER BY c.place), '[]')
      FROM extra_request_cover c WHERE c.tenant_id = $1 AND c.request_id = $2),
    'pendingApprovalId', (SELECT a.approval_id FROM approval a WHERE a.tenant_id = $1 AND a.action = $3
      AND a.subject_id = r.request_id::text AND a.state = 'pending')) AS request
  FROM extra_request r WHERE r.tenant_id = $1 AND r.request_id = $2`;
