import type { CreateReading, OrderMotions } from '@etatlotse/contracts/council';
import type { ReadingChanged } from '@etatlotse/contracts/council/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { lockVersion } from '../../planning';
import { motionsOf, writeOrder } from '../motion.repository';
import { insertReading, isBudgetMeeting, lockReading, markReleased, touchReading } from '../reading.repository';

type SetUpRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'READING_PLAN_STATE'>
  | Refusal<'READING_MEETING'>
  | Refusal<'READING_TWICE'>
  | Refusal<'READING_RELEASED'>
  | Refusal<'READING_CLOSED'>
  | Refusal<'READING_ORDER'>;

/** Sets up the reading of an introduced plan in a meeting of a body that deliberates on the budget. */
export async function createReading(
  tx: Transaction,
  request: CreateReading,
  origin: 'manual' | 'demo' = 'manual',
): Promise<Outcome<ReadingChanged, SetUpRefusal>> {
  const version = await lockVersion(tx, request.planVersionId);
  if (version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (version.state !== 'introduced') return refuse({ code: 'READING_PLAN_STATE', params: {} });
  if (!(await isBudgetMeeting(tx, request.meetingId))) return refuse({ code: 'READING_MEETING', params: {} });
  const readingId = await insertReading(tx, request, origin);
  if (readingId === null) return refuse({ code: 'READING_TWICE', params: {} });
  await tx.audit({
    action: 'budget_reading.created',
    subjectType: 'budget_reading',
    subjectId: readingId,
    detail: { planVersionId: request.planVersionId, meetingId: request.meetingId },
  });
  return ok({ id: readingId, state: 'preparing', version: 1 });
}

/** Lets the bodies see the motions; from now on votes are recorded. */
export async function releaseReading(
  tx: Transaction,
  readingId: string,
  seenVersion: number,
): Promise<Outcome<ReadingChanged, SetUpRefusal>> {
  const reading = await lockReading(tx, readingId);
  if (reading === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (reading.state === 'closed') return refuse({ code: 'READING_CLOSED', params: {} });
  if (reading.state === 'released') return refuse({ code: 'READING_RELEASED', params: {} });
  if (reading.version !== seenVersion) return refuse({ code: 'VERSION_STALE', params: {} });
  await markReleased(tx, readingId);
  await tx.audit({
    action: 'budget_reading.released',
    subjectType: 'budget_reading',
    subjectId: readingId,
    detail: { heldOn: reading.heldOn },
  });
  return ok({ id: readingId, state: 'released', version: reading.version + 1 });
}

/** Puts the motions into the order in which they are voted on. */
export async function orderMotions(
  tx: Transaction,
  readingId: string,
  { version, motionIds }: OrderMotions,
): Promise<Outcome<ReadingChanged, SetUpRefusal>> {
  const reading = await lockReading(tx, readingId);
  if (reading === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (reading.state === 'closed') return refuse({ code: 'READING_CLOSED', params: {} });
  if (reading.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const known = (await motionsOf(tx, readingId)).map(({ motionId }) => motionId);
  const isWhole = motionIds.length === known.length && known.every((id) => motionIds.includes(id));
  if (!isWhole) return refuse({ code: 'READING_ORDER', params: {} });
  await writeOrder(tx, readingId, motionIds);
  await touchReading(tx, readingId);
  await tx.audit({
    action: 'budget_reading.ordered',
    subjectType: 'budget_reading',
    subjectId: readingId,
    detail: { motions: motionIds.length },
  });
  return ok({ id: readingId, state: reading.state, version: version + 1 });
}
