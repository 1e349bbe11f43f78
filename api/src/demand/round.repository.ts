import type { PhaseDates, RoundState } from '@etatlotse/domain/demand';
import type { FrameCode } from '@etatlotse/domain/budget';
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
