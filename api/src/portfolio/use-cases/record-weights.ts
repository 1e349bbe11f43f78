import type { PortfolioChanged, RecordWeights } from '@etatlotse/contracts/portfolio';
import { checkWeights, type WeightsRefusal } from '@etatlotse/domain/portfolio';
import { ok, type Outcome } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';

/** The city's own weights: always a new version, so that an old scenario can be reckoned with those of its day. */
export async function recordWeights(
  tx: Transaction,
  { delayPercent, reason, ...weights }: RecordWeights,
): Promise<Outcome<PortfolioChanged, WeightsRefusal>> {
  const checked = checkWeights({ weights, delayPercent });
  if (!checked.ok) return checked;
  const id = tx.nextId();
  const { benefit, urgency, reach, readiness } = weights;
  const [row] = await tx.query<{ number: number }>(
    `INSERT INTO score_weights (tenant_id, weights_id, number, benefit, urgency, reach, readiness, delay_percent, reason,
       recorded_by, recorded_at)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10 FROM score_weights WHERE tenant_id = $1
     RETURNING number`,
    [tx.tenantId, id, benefit, urgency, reach, readiness, delayPercent, reason, tx.personId, tx.now],
  );
  await tx.audit({
    action: 'score_weights.recorded',
    subjectType: 'score_weights',
    subjectId: id,
    detail: { ...weights, delayPercent },
  });
  return ok({ id, version: row?.number ?? 1 });
}
