import type { Transaction } from '../platform/database/transactions';

/** A ranking with its name, as it is stored. */
export interface ScenarioContent {
  readonly name: string;
  readonly note: string;
  readonly demandIds: readonly string[];
  readonly isIn: readonly boolean[];
  readonly startYears: readonly number[];
  readonly weightsNumber: number;
}

const columns = (content: ScenarioContent): unknown[] => [
  content.name,
  content.note,
  content.demandIds,
  content.isIn,
  content.startYears,
  content.weightsNumber,
];

/** Stores a new scenario; null where the round has one of that name. */
export async function insertScenario(
  tx: Transaction,
  roundId: string,
  content: ScenarioContent,
): Promise<string | null> {
  const id = tx.nextId();
  const added = await tx.execute(
    `INSERT INTO scenario (tenant_id, scenario_id, round_id, name, note, demand_ids, is_in, start_years, weights_number,
       created_by, created_at, changed_by, changed_at)
     VALUES ($1, $2, $3, $6, $7, $8, $9, $10, $11, $4, $5, $4, $5) ON CONFLICT (tenant_id, round_id, name) DO NOTHING`,
    [tx.tenantId, id, roundId, tx.personId, tx.now, ...columns(content)],
  );
  return added === 1 ? id : null;
}

/** Holds a scenario until the transaction ends. */
export async function holdScenario(
  tx: Transaction,
  scenarioId: string,
): Promise<{ readonly roundId: string; readonly version: number } | null> {
  const [row] = await tx.query<{ roundId: string; version: number }>(
    `SELECT round_id AS "roundId", version FROM scenario WHERE tenant_id = $1 AND scenario_id = $2 FOR UPDATE`,
    [tx.tenantId, scenarioId],
  );
  return row ?? null;
}

export async function isNameTaken(
  tx: Transaction,
  { roundId, name, scenarioId }: { readonly roundId: string; readonly name: string; readonly scenarioId: string },
): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM scenario WHERE tenant_id = $1 AND round_id = $2 AND name = $3 AND scenario_id <> $4`,
    [tx.tenantId, roundId, name, scenarioId],
  );
  return rows.length > 0;
}

export async function updateScenario(tx: Transaction, scenarioId: string, content: ScenarioContent): Promise<void> {
  await tx.execute(
    `UPDATE scenario SET name = $5, note = $6, demand_ids = $7, is_in = $8, start_years = $9, weights_number = $10,
       changed_by = $3, changed_at = $4, version = version + 1
     WHERE tenant_id = $1 AND scenario_id = $2`,
    [tx.tenantId, scenarioId, tx.personId, tx.now, ...columns(content)],
  );
}

/** How many of these demands are not of the round. */
export async function countForeignDemands(
  tx: Transaction,
  roundId: string,
  demandIds: readonly string[],
): Promise<number> {
  const [row] = await tx.query<{ foreign: number }>(
    `SELECT count(*)::integer AS foreign FROM unnest($3::uuid[]) AS wanted(id)
     WHERE NOT EXISTS (SELECT FROM demand d WHERE d.tenant_id = $1 AND d.round_id = $2 AND d.demand_id = wanted.id)`,
    [tx.tenantId, roundId, demandIds],
  );
  return row?.foreign ?? 0;
}
