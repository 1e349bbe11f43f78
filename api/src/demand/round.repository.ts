import type { PhaseDates, RoundState } from '@etatlotse/domain/demand';
import { FRAME_CODES, type FrameCode } from '@etatlotse/domain/budget';
import { fiscalYear, type FiscalYear, planningWindow, planYears } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** A planning round as it is stored. */
export interface StoredRound {
  readonly id: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly state: RoundState;
  readonly callLetter: string;
  readonly phases: PhaseDates;
  readonly previousRoundId: string | null;
  readonly stateReason: string;
  readonly stateChangedAt: string | null;
  readonly version: number;
}

/** Years that the plan of a round shows: the year before the first to three after the last (R12). */
export function roundYears({ firstYear, lastYear }: Pick<StoredRound, 'firstYear' | 'lastYear'>): FiscalYear[] {
  return planningWindow(planYears(fiscalYear(firstYear), fiscalYear(lastYear)));
}

/** Ceilings of a round; one that nobody has set is unknown (R26). */
export interface StoredCeiling {
  readonly frame: FrameCode;
  readonly fiscalYear: number;
  readonly ceilingCents: number | null;
  readonly source: string;
}

export async function readRound(tx: Transaction, roundId: string): Promise<StoredRound | null> {
  const [round] = await tx.query<StoredRound>(oneRoundSql, [tx.tenantId, roundId]);
  return round ?? null;
}

/** Holds a round until the transaction ends. */
export async function holdRound(tx: Transaction, roundId: string): Promise<StoredRound | null> {
  const [round] = await tx.query<StoredRound>(heldRoundSql, [tx.tenantId, roundId]);
  return round ?? null;
}

/** The round of now: the one that takes demands, else the newest. */
export async function readCurrentRound(tx: Transaction): Promise<StoredRound | null> {
  const [round] = await tx.query<StoredRound>(currentRoundSql, [tx.tenantId]);
  return round ?? null;
}

export async function readCeilings(tx: Transaction, roundId: string): Promise<StoredCeiling[]> {
  return tx.query<StoredCeiling>(
    `SELECT frame, fiscal_year AS "fiscalYear", ceiling_cents AS "ceilingCents", source FROM round_ceiling
     WHERE tenant_id = $1 AND round_id = $2 ORDER BY fiscal_year, frame`,
    [tx.tenantId, roundId],
  );
}

/** Adds a round after the one before it; null where the year has one. */
export async function insertRound(
  tx: Transaction,
  round: Pick<StoredRound, 'firstYear' | 'lastYear' | 'callLetter' | 'phases'>,
): Promise<string | null> {
  const id = tx.nextId();
  const { submit, determine, examine, deliberate, plan, adopt } = round.phases;
  const added = await tx.execute(insertSql, [
    tx.tenantId,
    id,
    round.firstYear,
    round.lastYear,
    round.callLetter,
    submit,
    determine,
    examine,
    deliberate,
    plan,
    adopt,
    tx.actor?.personId ?? null,
    tx.now,
  ]);
  return added === 1 ? id : null;
}

/** A row for every frame and year; what the frames of the year say is taken over, everything else is unknown. */
export async function copyCeilings(tx: Transaction, roundId: string, years: readonly number[]): Promise<void> {
  await tx.execute(copyCeilingsSql, [tx.tenantId, roundId, years, FRAME_CODES]);
}

export async function writeCeilings(
  tx: Transaction,
  roundId: string,
  ceilings: readonly (Omit<StoredCeiling, 'source'> & { readonly source?: string })[],
): Promise<void> {
  await tx.execute(writeCeilingsSql, [tx.tenantId, roundId, JSON.stringify(ceilings)]);
}

export async function bumpRound(
  tx: Transaction,
  { id, version }: Pick<StoredRound, 'id' | 'version'>,
): Promise<number> {
  await tx.execute(`UPDATE planning_round SET version = version + 1 WHERE tenant_id = $1 AND round_id = $2`, [
    tx.tenantId,
    id,
  ]);
  return version + 1;
}

const roundSql = `
  SELECT r.round_id AS id, r.first_year AS "firstYear", r.last_year AS "lastYear", r.state, r.call_letter AS "callLetter",
    json_build_object('submit', r.submit_by, 'determine', r.determine_by, 'examine', r.examine_by,
      'deliberate', r.deliberate_by, 'plan', r.plan_by, 'adopt', r.adopt_by) AS phases,
    r.previous_round_id AS "previousRoundId", r.state_reason AS "stateReason", r.state_changed_at AS "stateChangedAt",
    r.version
  FROM planning_round r`;

const oneRoundSql = `${roundSql} WHERE r.tenant_id = $1 AND r.round_id = $2`;

const heldRoundSql = `${oneRoundSql} FOR UPDATE`;

const currentRoundSql = `${roundSql} WHERE r.tenant_id = $1
  ORDER BY CASE r.state WHEN 'open' THEN 0 WHEN 'frozen' THEN 1 WHEN 'preparing' THEN 2 ELSE 3 END, r.first_year DESC
  LIMIT 1`;

const insertSql = `
  INSERT INTO planning_round (tenant_id, round_id, first_year, last_year, call_letter, submit_by, determine_by, examine_by,
    deliberate_by, plan_by, adopt_by, created_by, created_at, previous_round_id)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
    (SELECT p.round_id FROM planning_round p WHERE p.tenant_id = $1 AND p.last_year < $3 ORDER BY p.last_year DESC LIMIT 1)
  WHERE NOT EXISTS (SELECT FROM planning_round o WHERE o.tenant_id = $1 AND o.last_year >= $3 AND o.first_year <= $4)
  ON CONFLICT DO NOTHING`;

const copyCeilingsSql = `
  INSERT INTO round_ceiling (tenant_id, round_id, frame, fiscal_year, ceiling_cents, source)
  SELECT $1, $2, f.frame, y.year, c.ceiling_cents, coalesce(c.source, '')
  FROM unnest($4::text[]) AS f(frame) CROSS JOIN unnest($3::smallint[]) AS y(year)
  LEFT JOIN LATERAL (SELECT ceiling_cents, source FROM frame_ceiling k
    WHERE k.tenant_id = $1 AND k.frame = f.frame AND k.fiscal_year <= y.year
    ORDER BY k.fiscal_year DESC LIMIT 1) c ON true
  ON CONFLICT DO NOTHING`;

const writeCeilingsSql = `
  INSERT INTO round_ceiling (tenant_id, round_id, frame, fiscal_year, ceiling_cents, source)
  SELECT $1, $2, frame, "fiscalYear", "ceilingCents", coalesce(source, '')
  FROM jsonb_to_recordset($3::jsonb) AS r(frame text, "fiscalYear" smallint, "ceilingCents" bigint, source text)
  ON CONFLICT (tenant_id, round_id, frame, fiscal_year)
    DO UPDATE SET ceiling_cents = excluded.ceiling_cents, source = excluded.source`;
