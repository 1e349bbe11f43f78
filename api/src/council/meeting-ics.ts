import type { MeetingRow } from '@etatlotse/contracts/council/plain';
import { addDays, plainDate } from '@etatlotse/domain/shared';

const LINE_BYTES = 74;

/** Meetings and the last days for their papers as a calendar (RFC 5545): whole days, each with a name that stays. */
export function meetingsIcs(rows: readonly MeetingRow[], madeAt: Date): string {
  const stamp = madeAt.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const events = rows.flatMap((row) => [
    event(`meeting-${row.id}`, row.heldOn, row.body.name, row, stamp),
    event(`papers-${row.id}`, row.papersDueOn, `Vorlagen abgeben: ${row.body.name}`, row, stamp),
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Etatlotse//Gremien//DE', ...events.flat(), 'END:VCALENDAR', '']
    .flatMap(fold)
    .join('\r\n');
}

function event(
  name: string,
  day: string,
  summary: string,
  { cancelledOn, version }: MeetingRow,
  stamp: string,
): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${name}@etatlotse`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${version}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(plainDate(day), 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `STATUS:${cancelledOn === null ? 'CONFIRMED' : 'CANCELLED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const compact = (day: string): string => day.replaceAll('-', '');

/** What a person typed stays text: no line of its own, no separator. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/[;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\s*[\r\n]+\s*/g, ' ');

/** Lines of at most 75 octets; what goes on begins with a blank. */
function fold(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > LINE_BYTES) {
      parts.push(part);
      part = ' ';
    }
    part += letter;
  }
  return [...parts, part];
}
