import { addDays, plainDate } from '@etatlotse/domain/shared';

const LINE_BYTES = 74;

/** A whole day with a name that stays. */
export interface CalendarDay {
  /** Unique in all calendars of the program, and the same when it is asked again. */
  readonly name: string;
  readonly day: string;
  readonly summary: string;
  readonly isCancelled?: boolean;
  /** Grows with every change, so that calendars take over the newer one. */
  readonly sequence: number;
}

/** Days as a calendar (RFC 5545) for any program. */
export function calendarOf(product: string, days: readonly CalendarDay[], madeAt: Date): string {
  const stamp = madeAt.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const events = days.flatMap((day) => event(day, stamp));
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Etatlotse//${product}//DE`, ...events, 'END:VCALENDAR', '']
    .flatMap(fold)
    .join('\r\n');
}

function event({ name, day, summary, isCancelled = false, sequence }: CalendarDay, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${name}@etatlotse`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(plainDate(day), 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
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
