import type { CreateCommitmentAuthority, RecordObligation } from '@etatlotse/contracts/authority';
import { lastDayOfAuthority, type YearAmount } from '@etatlotse/domain/authority';
import { cents, fiscalYear, type PlainDate, plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';

/** A commitment authority as its uses see it. */
export interface AuthorityRecord {
  readonly authorityId: string;
  readonly number: string;
  readonly lineId: string;
  readonly projectKey: string;
  readonly unitId: string | null;
  readonly planYear: number;
  readonly isUsable: boolean;
  readonly isDraft: boolean;
  /** When the by-law of the next year was announced; the authority ends by it. */
  readonly nextAnnouncedOn: string | null;
  readonly slices: readonly YearAmount[];
  readonly used: readonly YearAmount[];
}

interface AuthorityRow extends Omit<AuthorityRecord, 'slices' | 'used'> {
  readonly slices: readonly StoredAmount[];
  readonly used: readonly StoredAmount[];
}

interface StoredAmount {
  readonly fiscalYear: number;
  readonly amountCents: number;
}

/** A year of amounts as the domain knows it. */
export const toYearAmount = (row: StoredAmount): YearAmount => ({
  fiscalYear: fiscalYear(row.fiscalYear),
  amountCents: cents(row.amountCents),
});

/** In force with its plan, or by its own decision; a plan that was superseded by a Nachtrag keeps what it granted. */
export const isAuthorityUsable = `(a.version_id IS NULL OR v.state IN ('in_force', 'superseded'))`;

/**
 * Day on which the by-law of the year after the authority `a` was announced; null while it was not. A budget that came in
 * by import or by seeding has no recorded step: then its display, its entry into force, or its first day says so.
 */
export const nextAnnouncedOn = `(
  SELECT min(coalesce(
    (SELECT min(s.taken_at AT TIME ZONE 'Europe/Berlin')::date FROM plan_version_step s
     WHERE s.tenant_id = n.tenant_id AND s.version_id = n.version_id AND s.step = 'publish'),
    n.display_ends_on, n.in_force_on, make_date(n.first_year, 1, 1)))
  FROM plan_version n
  WHERE n.tenant_id = a.tenant_id AND n.kind <> 'supplementary' AND n.state IN ('published', 'in_force', 'superseded')
    AND a.fiscal_year + 1 BETWEEN n.first_year AND n.last_year)`;

/** The last day of an authority as it is stored: plain text. */
export function lastDayOf(planYear: number, announcedOn: string | null): PlainDate | null {
  return lastDayOfAuthority(fiscalYear(planYear), announcedOn === null ? null : plainDate(announcedOn));
}

/**
 * Reads an authority and holds it until the transaction ends, so that two uses come one after the other; what is used is
 * read behind the lock. Null where there is none.
 */
export async function lockAuthority(tx: Transaction, authorityId: string): Promise<AuthorityRecord | null> {
  const held = await tx.query(
    `SELECT FROM commitment_authority WHERE tenant_id = $1 AND authority_id = $2 FOR UPDATE`,
    [tx.tenantId, authorityId],
  );
  if (held.length === 0) return null;
  const [row] = await tx.query<AuthorityRow>(authoritySql, [tx.tenantId, authorityId]);
  return row === undefined ? null : { ...row, slices: row.slices.map(toYearAmount), used: row.used.map(toYearAmount) };
}
const authoritySql = `
  SELECT a.authority_id AS "authorityId", a.number, a.line_id AS "lineId", l.project_key AS "projectKey",
    l.unit_id AS "unitId", a.fiscal_year AS "planYear", ${isAuthorityUsable} AS "isUsable",
    coalesce(v.state IN ('draft', 'introduced'), false) AS "isDraft", ${nextAnnouncedOn} AS "nextAnnouncedOn",
    (SELECT coalesce(json_agg(json_build_object('fiscalYear', s.fiscal_year, 'amountCents', s.amount_cents)), '[]')
     FROM commitment_authority_slice s WHERE s.tenant_id = a.tenant_id AND s.authority_id = a.authority_id) AS slices,
    (SELECT coalesce(json_agg(json_build_object('fiscalYear', m.fiscal_year, 'amountCents', m.amount_cents)), '[]')
     FROM obligation o JOIN obligation_amount m ON m.tenant_id = o.tenant_id AND m.obligation_id = o.obligation_id
     WHERE o.tenant_id = a.tenant_id AND o.authority_id = a.authority_id) AS used
  FROM commitment_authority a
  JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id
  LEFT JOIN plan_version v ON v.tenant_id = a.tenant_id AND v.version_id = a.version_id
  WHERE a.tenant_id = $1 AND a.authority_id = $2`;

/** A line that is to be burdened. */
export interface BurdenedLine {
  readonly lineId: string;
  readonly unitId: string | null;
  readonly direction: string;
  readonly sphere: string;
  readonly projectKey: string;
}

export async function findBurdenedLine(tx: Transaction, lineId: string): Promise<BurdenedLine | null> {
  const [row] = await tx.query<BurdenedLine>(
    `SELECT line_id AS "lineId", unit_id AS "unitId", direction, sphere, project_key AS "projectKey"
     FROM budget_line WHERE tenant_id = $1 AND line_id = $2`,
    [tx.tenantId, lineId],
  );
  return row ?? null;
}

/** Whether a year exists, and whether the version is open and plans it. Holds the version against its next step. */
export async function findPlanPlace(
  tx: Transaction,
  planVersionId: string | null,
  planYear: number,
): Promise<{ readonly isYearKnown: boolean; readonly version: 'none' | 'unknown' | 'open' | 'fixed' }> {
  const years = await tx.query(`SELECT FROM fiscal_year WHERE tenant_id = $1 AND fiscal_year = $2`, [
    tx.tenantId,
    planYear,
  ]);
  const isYearKnown = years.length > 0;
  if (planVersionId === null) return { isYearKnown, version: 'none' };
  const [version] = await tx.query<{ is_open: boolean }>(
    `SELECT state IN ('draft', 'introduced') AND $3 BETWEEN first_year AND last_year AS is_open
     FROM plan_version WHERE tenant_id = $1 AND version_id = $2 FOR UPDATE`,
    [tx.tenantId, planVersionId, planYear],
  );
  return { isYearKnown, version: version === undefined ? 'unknown' : version.is_open ? 'open' : 'fixed' };
}

export async function isAuthorityNumberTaken(tx: Transaction, planYear: number, number: string): Promise<boolean> {
  const taken = await tx.query(
    `SELECT FROM commitment_authority WHERE tenant_id = $1 AND fiscal_year = $2 AND number = $3`,
    [tx.tenantId, planYear, number],
  );
  return taken.length > 0;
}

/** Adds an authority with its slices; null when its number is taken in the year. */
export async function insertAuthority(
  tx: Transaction,
  authority: CreateCommitmentAuthority & { readonly origin?: 'manual' | 'demo'; readonly createdBy?: string },
): Promise<string | null> {
  const authorityId = tx.nextId();
  const inserted = await tx.execute(insertAuthoritySql, [
    tx.tenantId,
    authorityId,
    authority.number,
    authority.purpose,
    authority.lineId,
    authority.fiscalYear,
    authority.planVersionId ?? null,
    authority.decidedOn ?? null,
    authority.decisionDocument ?? '',
    authority.origin ?? 'manual',
    authority.createdBy ?? tx.actor?.personId ?? null,
    tx.now,
  ]);
  if (inserted === 0) return null;
  await tx.query(
    `INSERT INTO commitment_authority_slice (tenant_id, authority_id, fiscal_year, amount_cents)
     SELECT $1, $2, slice.year, slice.cents FROM unnest($3::smallint[], $4::bigint[]) AS slice(year, cents)`,
    [tx.tenantId, authorityId, ...columnsOf(authority.slices)],
  );
  return authorityId;
}
const insertAuthoritySql = `
  INSERT INTO commitment_authority (tenant_id, authority_id, number, purpose, line_id, fiscal_year, version_id, decided_on,
    decision_document, origin, created_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ON CONFLICT (tenant_id, fiscal_year, number) DO NOTHING`;

export async function deleteAuthority(tx: Transaction, authorityId: string): Promise<void> {
  await tx.query(`DELETE FROM commitment_authority WHERE tenant_id = $1 AND authority_id = $2`, [
    tx.tenantId,
    authorityId,
  ]);
}

/** Adds an obligation; a counter record names what it takes back and has the opposite amounts. */
export async function insertObligation(
  tx: Transaction,
  obligation: Omit<RecordObligation, 'amounts'> & {
    readonly amounts: readonly StoredAmount[];
    readonly reversesId?: string;
    readonly origin?: 'manual' | 'demo';
  },
): Promise<string> {
  const obligationId = tx.nextId();
  await tx.query(insertObligationSql, [
    tx.tenantId,
    obligationId,
    obligation.lineId,
    obligation.authorityId ?? null,
    obligation.reference,
    obligation.partner ?? '',
    obligation.subject,
    obligation.signedOn,
    obligation.noticeBy ?? null,
    obligation.reason ?? '',
    obligation.reversesId ?? null,
    obligation.origin ?? 'manual',
    tx.actor?.personId ?? null,
    tx.now,
  ]);
  await tx.query(
    `INSERT INTO obligation_amount (tenant_id, obligation_id, fiscal_year, amount_cents)
     SELECT $1, $2, amount.year, amount.cents FROM unnest($3::smallint[], $4::bigint[]) AS amount(year, cents)`,
    [tx.tenantId, obligationId, ...columnsOf(obligation.amounts)],
  );
  return obligationId;
}
const insertObligationSql = `
  INSERT INTO obligation (tenant_id, obligation_id, line_id, authority_id, reference, partner, subject, signed_on,
    notice_by, reason, reverses_id, origin, recorded_by, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

/** An obligation that is to be taken back. */
export interface ObligationRecord {
  readonly obligationId: string;
  readonly lineId: string;
  readonly unitId: string | null;
  readonly authorityId: string | null;
  readonly reference: string;
  readonly partner: string;
  readonly subject: string;
  readonly signedOn: string;
  readonly isReversal: boolean;
  readonly isReversed: boolean;
  readonly amounts: readonly StoredAmount[];
}

export async function findObligation(tx: Transaction, obligationId: string): Promise<ObligationRecord | null> {
  const [row] = await tx.query<ObligationRecord>(obligationSql, [tx.tenantId, obligationId]);
  return row ?? null;
}
const obligationSql = `
  SELECT o.obligation_id AS "obligationId", o.line_id AS "lineId", l.unit_id AS "unitId",
    o.authority_id AS "authorityId", o.reference, o.partner, o.subject, o.signed_on AS "signedOn",
    o.reverses_id IS NOT NULL AS "isReversal",
    EXISTS (SELECT FROM obligation r WHERE r.tenant_id = o.tenant_id AND r.reverses_id = o.obligation_id) AS "isReversed",
    (SELECT json_agg(json_build_object('fiscalYear', m.fiscal_year, 'amountCents', m.amount_cents)) FROM obligation_amount m
     WHERE m.tenant_id = o.tenant_id AND m.obligation_id = o.obligation_id) AS amounts
  FROM obligation o JOIN budget_line l ON l.tenant_id = o.tenant_id AND l.line_id = o.line_id
  WHERE o.tenant_id = $1 AND o.obligation_id = $2`;

/** Holds the line's place in the register: the same record cannot be taken back twice at the same moment. */
export async function holdObligation(tx: Transaction, obligationId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1 || $2, 0))`, [tx.tenantId, obligationId]);
}

function columnsOf(amounts: readonly StoredAmount[]): [number[], number[]] {
  return [amounts.map(({ fiscalYear: year }) => year), amounts.map(({ amountCents }) => amountCents)];
}
