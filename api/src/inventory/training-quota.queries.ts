import type { TrainingQuotaRow } from '@etatlotse/contracts/inventory';
import { quotaOf, type TrainingTechnology } from '@etatlotse/domain/inventory';
import type { Transaction } from '../platform/database/transactions';
import { quotasSql } from './training.sql';

/** What is asked about quotas; null asks for all. */
export interface QuotaQuestion {
  readonly units: readonly string[] | null;
  readonly technology: TrainingTechnology | null;
  readonly unitId?: string | null;
  readonly after?: readonly [code: unknown, technology: unknown] | null;
  readonly limit?: number | null;
}

export type TrainingQuota = Omit<TrainingQuotaRow, 'mayWrite'>;

/**
 * How far units are with a technology: trained people against people to train. A unit for which nobody said how many are to be
 * trained is not in the answer: its quota is not known. Other features read it, for example before a unit goes live.
 */
export async function trainingQuotas(
  tx: Transaction,
  { units, technology, unitId = null, after = null, limit = null }: QuotaQuestion,
): Promise<TrainingQuota[]> {
  const rows = await tx.query<Omit<TrainingQuota, 'basisPoints'>>(quotasSql, [
    tx.tenantId,
    units,
    technology,
    unitId,
    after?.[0] ?? null,
    after?.[1] ?? null,
    limit,
  ]);
  return rows.map((row) => ({ ...row, basisPoints: quotaOf(row.trained, row.toTrain) }));
}
