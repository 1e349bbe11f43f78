import type { MeasureGoal, RolloutChanged } from '@etatlotse/contracts/rollout';
import {
  checkShareStatement,
  ok,
  type Outcome,
  refuse,
  type Refusal,
  type StatementRefusal,
} from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { findGoal, holdRollout, insertMeasurement, recordEvent } from '../rollout.repository';

type MeasureRefusal =
  | StatementRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'MEASURED_FUTURE'>
  | Refusal<'MEASURED_BEFORE_START', { readonly startedOn: string }>
  | Refusal<'MEASURED_TWICE'>
  | Refusal<'MEASURED_SUPERSEDED'>
  | Refusal<'MEASURED_REASON'>;

/** States a share. Nothing is overwritten: a correction takes the place of what it names, and both stay. */
export async function measureGoal(
  tx: Transaction,
  rolloutId: string,
  goalId: string,
  request: MeasureGoal,
): Promise<Outcome<RolloutChanged, MeasureRefusal>> {
  const { measuredOn, operator, numerator, denominator, shareBasisPoints, source, reason = '' } = request;
  const supersedesId = request.supersedesId ?? null;
  const rollout = await holdRollout(tx, rolloutId);
  const goal = rollout === null ? null : await findGoal(tx, rollout, goalId);
  if (rollout === null || goal === null || !goal.mayMeasure) return refuse({ code: 'NOT_FOUND', params: {} });
  const statement = { operator, numerator, denominator, shareBasisPoints };
  const checked = checkShareStatement(statement);
  if (!checked.ok) return checked;
  if (measuredOn > tx.today) return refuse({ code: 'MEASURED_FUTURE', params: {} });
  const { startedOn } = rollout;
  if (measuredOn < startedOn) return refuse({ code: 'MEASURED_BEFORE_START', params: { startedOn } });
  const placed = await findPlace(tx, { goalId, measuredOn, supersedesId, reason });
  if (!placed.ok) return placed;
  const id = await insertMeasurement(tx, {
    ...statement,
    goalId,
    measuredOn,
    source,
    supersedesId,
    reason,
    origin: 'person',
  });
  const detail = { goalId, measurementId: id, supersedesId, measuredOn, ...statement };
  await recordEvent(tx, rolloutId, 'measured', { detail, note: reason });
  return ok({ id, version: 1 });
}

interface Place {
  readonly goalId: string;
  readonly measuredOn: string;
  readonly supersedesId: string | null;
  readonly reason: string;
}

/** A day has one measurement that counts; what is corrected counts until then. */
async function findPlace(
  tx: Transaction,
  { goalId, measuredOn, supersedesId, reason }: Place,
): Promise<Outcome<null, MeasureRefusal>> {
  const valid = await tx.query<{ id: string; measuredOn: string }>(
    `SELECT m.measurement_id AS id, m.measured_on AS "measuredOn" FROM rollout_measurement m
     WHERE m.tenant_id = $1 AND m.goal_id = $2 AND NOT EXISTS (SELECT FROM rollout_measurement s
       WHERE s.tenant_id = m.tenant_id AND s.supersedes_id = m.measurement_id)`,
    [tx.tenantId, goalId],
  );
  if (supersedesId !== null) {
    if (!valid.some(({ id }) => id === supersedesId)) return refuse({ code: 'MEASURED_SUPERSEDED', params: {} });
    if (reason.trim() === '') return refuse({ code: 'MEASURED_REASON', params: {} });
  }
  const isTaken = valid.some((one) => one.id !== supersedesId && one.measuredOn === measuredOn);
  return isTaken ? refuse({ code: 'MEASURED_TWICE', params: {} }) : ok(null);
}
