import type { PlanMeetings } from '@etatlotse/contracts/council';
import type { MeetingsPlanned } from '@etatlotse/contracts/council/plain';
import { checkMeetingDays, type MeetingRefusal } from '@etatlotse/domain/council';
import { type Outcome, plainDate, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { insertMeetings, lockBody, plannedDays } from '../council.repository';

type PlanRefusal = MeetingRefusal | Refusal<'NOT_FOUND'> | Refusal<'BODY_ARCHIVED', { readonly name: string }>;

/** Enters the days on which a body will meet; all of them or none. */
export async function planMeetings(
  tx: Transaction,
  { bodyId, days }: PlanMeetings,
): Promise<Outcome<MeetingsPlanned, PlanRefusal>> {
  const body = await lockBody(tx, bodyId);
  if (body === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (body.is_archived) return refuse({ code: 'BODY_ARCHIVED', params: { name: body.name } });
  const checked = checkMeetingDays(days.map(plainDate), await plannedDays(tx, bodyId), plainDate(tx.today));
  if (!checked.ok) return checked;
  const ids = await insertMeetings(tx, bodyId, days);
  await tx.audit({
    action: 'meeting.planned',
    subjectType: 'council_body',
    subjectId: bodyId,
    detail: { days },
  });
  return ok({ ids });
}
