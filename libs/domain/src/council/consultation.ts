import { compareDates, type PlainDate } from '../shared/plain-date';
import { BODY_KINDS, type BodyKind, type CouncilBody, type Meeting, papersDueOn } from './meeting';

/** One body on the way of a paper, with the meeting that it reaches. */
export interface ConsultationStep {
  readonly body: CouncilBody;
  /** Null: no meeting is planned that the paper can still reach. */
  readonly meeting: Meeting | null;
  /** Last day for the paper; null without a meeting. */
  readonly papersDueOn: PlainDate | null;
}

/**
 * The way of a paper on the budget through the bodies up to the one that decides (Beratungsfolge): committee, main committee,
 * council, each with the first meeting that it can still reach. The paper has to be in time for each body, and no body meets on
 * it before the one ahead of it has; two may meet on the same day. A committee that decides by itself ends the way. Where a
 * body has no meeting planned, what comes after it is unknown as well (R26).
 */
export function consultationPath(
  decidedBy: BodyKind,
  bodies: readonly CouncilBody[],
  meetings: readonly Meeting[],
  today: PlainDate,
): readonly ConsultationStep[] {
  const way = BODY_KINDS.slice(0, BODY_KINDS.indexOf(decidedBy) + 1).flatMap((kind) =>
    bodies.filter((body) => body.kind === kind && body.isForBudget),
  );
  const steps: ConsultationStep[] = [];
  let notBefore: PlainDate | null = today;
  for (const body of way) {
    const meeting: Meeting | null = notBefore === null ? null : firstWithin(reach(meetings, body, today), notBefore);
    steps.push({
      body,
      meeting,
      papersDueOn: meeting === null ? null : papersDueOn(meeting.heldOn, body.paperLeadDays),
    });
    notBefore = meeting?.heldOn ?? null;
  }
  return steps;
}

/** Meetings of a body for which a paper that is written today is still in time. */
function reach(meetings: readonly Meeting[], body: CouncilBody, today: PlainDate): Meeting[] {
  return meetings.filter(
    ({ bodyId, heldOn }) => bodyId === body.bodyId && compareDates(papersDueOn(heldOn, body.paperLeadDays), today) >= 0,
  );
}

function firstWithin(meetings: readonly Meeting[], notBefore: PlainDate): Meeting | null {
  const later = meetings.filter(({ heldOn }) => compareDates(heldOn, notBefore) >= 0);
  return later.sort((one, other) => compareDates(one.heldOn, other.heldOn))[0] ?? null;
}
