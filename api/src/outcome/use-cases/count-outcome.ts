import type { CountOutcome, OutcomeChanged } from '@etatlotse/contracts/outcome';
import { checkCount, type CountRefusal } from '@etatlotse/domain/outcome';
import { ok, type Outcome, plainDate, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { holdOutcome, insertCount, validCounts } from '../outcome.repository';

type RefusedCount =
  | CountRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'UNIT_UNKNOWN'>
  | Refusal<'MEASURED_TWICE'>
  | Refusal<'MEASURED_SUPERSEDED'>
  | Refusal<'MEASURED_REASON'>;

/** States a quantity of the city or of a unit. What it cost is not asked: the ledger knows. */
export async function countOutcome(
  tx: Transaction,
  outcomeId: string,
  request: CountOutcome,
): Promise<Outcome<OutcomeChanged, RefusedCount>> {
  const { unitId, measuredOn, operator, quantity, source, reason = '' } = request;
  const supersedesId = request.supersedesId ?? null;
  const held = await holdOutcome(tx, outcomeId);
  if (held === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const checked = checkCount({ operator, quantity, measuredOn: plainDate(measuredOn) }, plainDate(tx.today));
  if (!checked.ok) return checked;
  const placed = await findPlace(tx, outcomeId, { ...request, supersedesId, reason });
  if (!placed.ok) return placed;
  const id = await insertCount(tx, {
    outcomeId,
    unitId,
    measuredOn,
    operator,
    quantity,
    source,
    supersedesId,
    reason,
    origin: 'person',
  });
  await tx.audit({
    action: 'outcome.counted',
    subjectType: 'outcome',
    subjectId: outcomeId,
    detail: { countId: id, unitId, measuredOn, operator, quantity, supersedesId },
  });
  return ok({ id, version: 1 });
}

type Place = Pick<CountOutcome, 'unitId' | 'measuredOn'> & {
  readonly supersedesId: string | null;
  readonly reason: string;
};

/** Of a unit and a day there is one count that holds; what is corrected is of the same unit. */
async function findPlace(
  tx: Transaction,
  outcomeId: string,
  { unitId, measuredOn, supersedesId, reason }: Place,
): Promise<Outcome<null, RefusedCount>> {
  if (unitId !== null) {
    const units = await tx.query(`SELECT unit_id FROM org_unit WHERE tenant_id = $1 AND unit_id = $2`, [
      tx.tenantId,
      unitId,
    ]);
    if (units.length === 0) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  }
  const valid = (await validCounts(tx, outcomeId)).filter((one) => one.unitId === unitId);
  if (supersedesId !== null) {
    if (!valid.some(({ id }) => id === supersedesId)) return refuse({ code: 'MEASURED_SUPERSEDED', params: {} });
    if (reason.trim() === '') return refuse({ code: 'MEASURED_REASON', params: {} });
  }
  const isTaken = valid.some((one) => one.id !== supersedesId && one.measuredOn === measuredOn);
  return isTaken ? refuse({ code: 'MEASURED_TWICE', params: {} }) : ok(null);
}
