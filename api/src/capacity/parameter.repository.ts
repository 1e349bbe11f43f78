import type { RecordParameter } from '@etatlotse/contracts/capacity';
import { MICROS, type ParameterRow } from '@etatlotse/contracts/capacity/plain';
import type { CapacityParameter } from '@etatlotse/domain/capacity';
import { plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** Every figure that has not been withdrawn; there are a few dozen. */
export async function readParameters(tx: Transaction): Promise<ParameterRow[]> {
  return tx.query<ParameterRow>(parametersSql, [tx.tenantId]);
}

export const parameterColumns = `
  parameter_id AS id, kind, key, value_micros AS "valueMicros", basis, valid_from AS "validFrom", source,
    source_year AS "sourceYear", is_example AS "isExample", origin = 'demo' AS "isDemo"`;

const parametersSql = `
  SELECT ${parameterColumns}
  FROM capacity_parameter WHERE tenant_id = $1 AND withdrawn_at IS NULL
  ORDER BY kind, key, valid_from DESC`;

/** The record as the rules see it. */
export function toParameter(row: Omit<ParameterRow, 'isDemo'>): CapacityParameter {
  const { id, valueMicros, validFrom, ...rest } = row;
  return { ...rest, parameterId: id, value: valueMicros / MICROS, validFrom: plainDate(validFrom) };
}

/** Two people who record at the same moment come one after the other: the rules look at what the other one wrote. */
export async function holdParameters(tx: Transaction): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('capacity_parameter' || $1::text, 0))`, [tx.tenantId]);
}

export async function insertParameter(
  tx: Transaction,
  parameter: RecordParameter,
  origin: 'manual' | 'demo' = 'manual',
): Promise<string> {
  const parameterId = tx.nextId();
  await tx.execute(
    `INSERT INTO capacity_parameter (tenant_id, parameter_id, kind, key, value_micros, basis, valid_from, source, source_year,
       is_example, origin, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tx.tenantId,
      parameterId,
      parameter.kind,
      parameter.key ?? '',
      parameter.valueMicros,
      parameter.basis ?? null,
      parameter.validFrom,
      parameter.source,
      parameter.sourceYear,
      parameter.isExample,
      origin,
      tx.actor?.personId ?? null,
      tx.now,
    ],
  );
  return parameterId;
}

/** Whether there is such a figure, and whether it still holds. */
export async function lockParameter(tx: Transaction, parameterId: string): Promise<'unknown' | 'holds' | 'withdrawn'> {
  const [row] = await tx.query<{ is_withdrawn: boolean }>(
    `SELECT withdrawn_at IS NOT NULL AS is_withdrawn FROM capacity_parameter
     WHERE tenant_id = $1 AND parameter_id = $2 FOR UPDATE`,
    [tx.tenantId, parameterId],
  );
  return row === undefined ? 'unknown' : row.is_withdrawn ? 'withdrawn' : 'holds';
}

export async function markWithdrawn(tx: Transaction, parameterId: string, reason: string): Promise<void> {
  await tx.execute(
    `UPDATE capacity_parameter SET withdrawn_at = $3, withdrawn_by = $4, withdrawal_reason = $5
     WHERE tenant_id = $1 AND parameter_id = $2`,
    [tx.tenantId, parameterId, tx.now, tx.actor?.personId ?? null, reason],
  );
}
