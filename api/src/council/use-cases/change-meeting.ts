import type { CancelMeeting, MoveMeeting } from '@etatlotse/contracts/council';
import type { CouncilChanged } from '@etatlotse/contracts/council/plain';
import { checkMeetingDays, type MeetingRefusal } from '@etatlotse/domain/council';
import { type Outcome, type PlainDate, plainDate, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { lockMeeting, markCancelled, type MeetingRecord, moveTo, plannedDays } from '../council.repository';

type StepRefusal =
  Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'> | Refusal<'MEETING_CANCELLED', { readonly cancelledOn: PlainDate }>;

/** Moves a meeting to another day; papers are then due with the new day. */
export async function moveMeeting(
  tx: Transaction,
  meetingId: string,
  { heldOn, version }: MoveMeeting,
): Promise<Outcome<CouncilChanged, StepRefusal | MeetingRefusal>> {
  const found = await hold(tx, meetingId, version);
  if (!found.ok) return found;
  const { held_on: before, body_id: bodyId } = found.value;
  if (before === heldOn) return ok({ id: meetingId, version });
  const checked = checkMeetingDays([plainDate(heldOn)], await plannedDays(tx, bodyId), plainDate(tx.today));
  if (!checked.ok) return checked;
  await moveTo(tx, meetingId, heldOn);
  await tx.audit({
    action: 'meeting.moved',
    subjectType: 'meeting',
    subjectId: meetingId,
    detail: { from: before, to: heldOn },
  });
  return ok({ id: meetingId, version: version + 1 });
}

/** Says that a meeting does not take place; it stays in the calendar with the reason. */
export async function cancelMeeting(
  tx: Transaction,
  meetingId: string,
  { reason, version }: CancelMeeting,
): Promise<Outcome<CouncilChanged, StepRefusal>> {
  const found = await hold(tx, meetingId, version);
  if (!found.ok) return found;
  await markCancelled(tx, meetingId, reason);
  await tx.audit({
    action: 'meeting.cancelled',
    subjectType: 'meeting',
    subjectId: meetingId,
    detail: { heldOn: found.value.held_on },
  });
  return ok({ id: meetingId, version: version + 1 });
}

async function hold(tx: Transaction, meetingId: string, version: number): Promise<Outcome<MeetingRecord, StepRefusal>> {
  const meeting = await lockMeeting(tx, meetingId);
  if (meeting === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (meeting.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (meeting.cancelled_on !== null) {
    return refuse({ code: 'MEETING_CANCELLED', params: { cancelledOn: meeting.cancelled_on } });
  }
  return ok(meeting);
}
