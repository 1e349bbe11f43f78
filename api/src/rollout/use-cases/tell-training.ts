import type { RolloutChanged, TellTraining } from '@etatlotse/contracts/rollout';
import { checkTraining, type TrainingRefusal } from '@etatlotse/domain/rollout';
import { ok, type Outcome, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type HeldRefusal, holdRollout, holdRolloutUnit, recordEvent } from '../rollout.repository';

type TellRefusal = HeldRefusal | TrainingRefusal | Refusal<'ROLLOUT_QUOTA_LEAD'> | Refusal<'TRAINED_BY_REGISTER'>;

/** Tells how many of a unit are trained. The quota is set by whoever leads, not by the unit that has to reach it. */
export async function tellTraining(
  tx: Transaction,
  rolloutId: string,
  unitId: string,
  { persons, trained, quotaBasisPoints, version }: TellTraining,
): Promise<Outcome<RolloutChanged, TellRefusal>> {
  const rollout = await holdRollout(tx, rolloutId);
  const unit = rollout === null ? null : await holdRolloutUnit(tx, rollout, unitId);
  if (rollout === null || unit === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (unit.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (!rollout.isLead && quotaBasisPoints !== unit.quotaBasisPoints) {
    return refuse({ code: 'ROLLOUT_QUOTA_LEAD', params: {} });
  }
  if (rollout.technology !== null && (persons !== unit.persons || trained !== unit.trained)) {
    return refuse({ code: 'TRAINED_BY_REGISTER', params: {} });
  }
  const checked = checkTraining({ persons, trained, quotaBasisPoints });
  if (!checked.ok) return checked;
  await tx.execute(
    `UPDATE rollout_unit SET persons = $4, trained = $5, quota_basis_points = $6, told_on = $7, version = version + 1
     WHERE tenant_id = $1 AND rollout_id = $2 AND unit_id = $3`,
    [tx.tenantId, rolloutId, unitId, persons, trained, quotaBasisPoints, tx.today],
  );
  const before = { persons: unit.persons, trained: unit.trained, quotaBasisPoints: unit.quotaBasisPoints };
  await recordEvent(tx, rolloutId, 'trained', {
    detail: { unitId, persons, trained, quotaBasisPoints, before },
    unitId,
  });
  return ok({ id: unitId, version: version + 1 });
}
