import type { Capability } from '@etatlotse/contracts/benefit';
import { may, unitScope } from '@etatlotse/domain/access';
import type { BenefitFigure } from '@etatlotse/domain/benefit';
import { ok, type Outcome, type PlainDate, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { isBenefitSeen } from './benefit.sql';

/** What a benefit says about itself. */
export interface BenefitFace {
  readonly name: string;
  readonly description: string;
  readonly owner: string;
  readonly unitId: string | null;
  readonly capability: Capability | null;
}

export interface NewBenefit extends BenefitFace {
  readonly projectId: string;
  readonly reviewOn: string | null;
  readonly origin: 'person' | 'source' | 'demo';
}

export async function insertBenefit(tx: Transaction, benefit: NewBenefit): Promise<string> {
  const id = tx.nextId();
  await tx.execute(insertSql, [tx.tenantId, id, JSON.stringify(benefit), tx.personId, tx.now]);
  return id;
}

/** Adds a figure; the one before it stays. */
export async function insertFigure(
  tx: Transaction,
  benefitId: string,
  { fiscalYear, kind, hours, amountCents, reason }: BenefitFigure & { readonly reason: string },
): Promise<void> {
  await tx.execute(
    `INSERT INTO benefit_figure (tenant_id, figure_id, benefit_id, fiscal_year, kind, hours, amount_cents, reason,
       recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.tenantId, tx.nextId(), benefitId, fiscalYear, kind, hours, amountCents, reason, tx.personId, tx.now],
  );
}

/** A benefit that is held for a change. */
export interface HeldBenefit {
  readonly id: string;
  readonly reviewOn: PlainDate | null;
  readonly projectUnitId: string | null;
  readonly unitId: string | null;
  readonly version: number;
}

export type HeldRefusal = Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>;

/** Holds a benefit as it was seen; those of its unit and of its project's unit may change it. */
export async function holdBenefit(
  tx: Transaction,
  benefitId: string,
  version: number,
): Promise<Outcome<HeldBenefit, HeldRefusal>> {
  if (tx.actor === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const scope = unitScope(tx.actor, 'project.read');
  const [held] = await tx.query<HeldBenefit>(holdSql, [tx.tenantId, scope, benefitId]);
  if (held === undefined || !mayServe(tx, held)) return refuse({ code: 'NOT_FOUND', params: {} });
  return held.version === version ? ok(held) : refuse({ code: 'VERSION_STALE', params: {} });
}

/** Whether whoever works serves the unit of a benefit or of its project. */
export function mayServe(
  tx: Transaction,
  { unitId, projectUnitId }: Pick<HeldBenefit, 'unitId' | 'projectUnitId'>,
): boolean {
  const { actor } = tx;
  return (
    actor !== null &&
    (may(actor, 'benefit.write', { unitId }) || may(actor, 'benefit.write', { unitId: projectUnitId }))
  );
}

export async function readFigures(tx: Transaction, benefitId: string): Promise<BenefitFigure[]> {
  return tx.query<BenefitFigure>(
    `SELECT fiscal_year AS "fiscalYear", kind, hours, amount_cents::float8 AS "amountCents" FROM benefit_figure
     WHERE tenant_id = $1 AND benefit_id = $2 ORDER BY figure_id`,
    [tx.tenantId, benefitId],
  );
}

export async function isUnit(tx: Transaction, unitId: string): Promise<boolean> {
  const units = await tx.query(`SELECT FROM org_unit WHERE tenant_id = $1 AND unit_id = $2`, [tx.tenantId, unitId]);
  return units.length === 1;
}

const insertSql = `
  INSERT INTO benefit (tenant_id, benefit_id, project_id, unit_id, name, description, owner, capability, review_on, origin,
    created_by, created_at)
  SELECT $1, $2, r."projectId", r."unitId", r.name, r.description, r.owner, r.capability, r."reviewOn", r.origin, $4, $5
  FROM jsonb_to_record($3::jsonb) AS r("projectId" uuid, "unitId" uuid, name text, description text, owner text,
    capability text, "reviewOn" date, origin text)`;

const holdSql = `
  SELECT e.benefit_id AS id, e.review_on AS "reviewOn", p.unit_id AS "projectUnitId", e.unit_id AS "unitId", e.version
  FROM benefit e JOIN project p ON p.tenant_id = e.tenant_id AND p.project_id = e.project_id
  WHERE e.tenant_id = $1 AND ${isBenefitSeen('$2')} AND e.benefit_id = $3 FOR UPDATE OF e`;
