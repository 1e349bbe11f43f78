import type { MeetingRow } from '@etatlotse/contracts/council/plain';
import { calendarOf } from '../platform/http/calendar';

/** Meetings and the last days for their papers. */
export function meetingsIcs(rows: readonly MeetingRow[], madeAt: Date): string {
  const days = rows.flatMap(({ id, body, heldOn, papersDueOn, cancelledOn, version }) => {
    const meeting = { isCancelled: cancelledOn !== null, sequence: version };
    return [
      { name: `meeting-${id}`, day: heldOn, summary: body.name, ...meeting },
      { name: `papers-${id}`, day: papersDueOn, summary: `Vorlagen abgeben: ${body.name}`, ...meeting },
    ];
  });
  return calendarOf('Gremien', days, madeAt);
}
