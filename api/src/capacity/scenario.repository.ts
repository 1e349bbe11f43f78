import type { LeverValues, SavedOutcome } from '@etatlotse/contracts/capacity/plain';
import type { Transaction } from '../platform/database/transactions';

/** A scenario as its commands see it. */
export interface ScenarioRecord {
  readonly unit_id: string;
  readonly saved_by: string | null;
}

/** Keeps a question under its name; null when the unit has one of that name. */
export async function insertScenario(
  tx: Transaction,
  name: string,
  levers: LeverValues,
  outcome: SavedOutcome,
  origin: 'manual' | 'demo' = 'manual',
): Promise<string | null> {
  const scenarioId = tx.nextId();
  const inserted = await tx.execute(
    `INSERT INTO capacity_scenario (tenant_id, scenario_id, unit_id, name, fiscal_year, from_month, volume_percent,
       minutes_percent, post_fte_hundredths, slip_months, milestone_id, outcome, origin, saved_by, saved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     ON CONFLICT (tenant_id, unit_id, name) DO NOTHING`,
    [
      tx.tenantId,
      scenarioId,
      levers.unitId,
      name,
      levers.fiscalYear,
      levers.fromMonth,
      levers.volumePercent,
      levers.minutesPercent,
      levers.postFteHundredths,
      levers.slipMonths,
      levers.milestoneId,
      JSON.stringify(outcome),
      origin,
      tx.actor?.personId ?? null,
      tx.now,
    ],
  );
  return inserted === 0 ? null : scenarioId;
}

/** Whose a scenario is and which unit it asks about; two who delete it at once are no harm. */
export async function readScenario(tx: Transaction, scenarioId: string): Promise<ScenarioRecord | null> {
  const [row] = await tx.query<ScenarioRecord>(
    `SELECT unit_id, saved_by FROM capacity_scenario WHERE tenant_id = $1 AND scenario_id = $2`,
    [tx.tenantId, scenarioId],
  );
  return row ?? null;
}

export async function deleteScenario(tx: Transaction, scenarioId: string): Promise<void> {
  await tx.execute(`DELETE FROM capacity_scenario WHERE tenant_id = $1 AND scenario_id = $2`, [
    tx.tenantId,
    scenarioId,
  ]);
}
