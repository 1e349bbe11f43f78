import type { FrameCode } from '@etatlotse/domain/budget';
import type { Transaction } from '../platform/database/transactions';

/** A frame in a year. */
export interface FrameKey {
  readonly frame: FrameCode;
  readonly fiscalYear: number;
}

export interface CeilingRecord {
  /** null = unknown. */
  readonly ceilingCents: number | null;
  readonly version: number;
}

/** The ceiling of a frame, held until the transaction ends; null while nobody has set one. */
export async function lockCeiling(tx: Transaction, key: FrameKey): Promise<CeilingRecord | null> {
  const [row] = await tx.query<CeilingRecord>(
    `SELECT ceiling_cents AS "ceilingCents", version FROM frame_ceiling
     WHERE tenant_id = $1 AND frame = $2 AND fiscal_year = $3 FOR UPDATE`,
    [tx.tenantId, key.frame, key.fiscalYear],
  );
  return row ?? null;
}

/**
 * Writes a ceiling over the version that was seen (0: none yet) and what was said about it. Answers whether that version
 * still stood.
 */
export async function writeCeiling(
  tx: Transaction,
  key: FrameKey,
  change: {
    readonly ceilingCents: number | null;
    readonly source: string;
    readonly reason: string;
    readonly version: number;
  },
): Promise<boolean> {
  const values = [tx.tenantId, key.frame, key.fiscalYear, change.ceilingCents, change.source];
  const written =
    change.version === 0
      ? await tx.execute(
          `INSERT INTO frame_ceiling (tenant_id, frame, fiscal_year, ceiling_cents, source) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT DO NOTHING`,
          values,
        )
      : await tx.execute(
          `UPDATE frame_ceiling SET ceiling_cents = $4, source = $5, version = version + 1
           WHERE tenant_id = $1 AND frame = $2 AND fiscal_year = $3 AND version = $6`,
          [...values, change.version],
        );
  if (written === 0) return false;
  await tx.query(
    `INSERT INTO frame_ceiling_change (tenant_id, frame, fiscal_year, ceiling_cents, source, reason, version, changed_by, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [...values, change.reason, change.version + 1, tx.personId, tx.now],
  );
  return true;
}
