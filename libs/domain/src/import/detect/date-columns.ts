import { dayOfText, isSerialDay } from '../date-cell';
import type { DateOrder } from '../mapping';
import { isCompactDay, isDayShaped } from './cell-shapes';
import type { Notes } from './notes';

/** Finds in which order day and month stand, from all cells of date columns. */
export function findDateOrder(cells: readonly string[], notes: Notes): DateOrder {
  const days = cells.map((cell) => cell.trim()).filter((cell) => isDayShaped(cell) || isCompactDay(cell));
  const open = days.filter((day) => /^\d{1,2}[/-]\d{1,2}[/-]/.test(day));
  const dayFirst = open.filter((day) => Number(/^\d+/.exec(day)?.[0]) > 12).length;
  const monthFirst = open.filter((day) => Number(/^\d+[/-](\d+)/.exec(day)?.[1]) > 12).length;
  sayFormats(days, notes);
  saySerials(cells.filter(isSerialDay), notes);
  if (open.length === 0) return 'dmy';
  const { hints } = notes;
  if (hints.dateOrder !== undefined) {
    notes.say('dates', 'DATES_SAID', { order: hints.dateOrder });
    return hints.dateOrder;
  }
  if (dayFirst > 0 && monthFirst === 0) {
    notes.say('dates', 'DATES_PROVEN', { order: 'dmy', count: dayFirst, example: exampleOf(open, 'dmy') });
    return 'dmy';
  }
  if (monthFirst > 0 && dayFirst === 0) {
    notes.say('dates', 'DATES_PROVEN', { order: 'mdy', count: monthFirst, example: exampleOf(open, 'mdy') });
    return 'mdy';
  }
  const options = monthFirst > dayFirst ? ['mdy', 'dmy'] : ['dmy', 'mdy'];
  return notes.ask('DATE_ORDER', options, { dayFirst, monthFirst, example: open[0] ?? '' }) === 'mdy' ? 'mdy' : 'dmy';
}

/** Two formats in one file are both read where each says itself what it means; the person sees that there are two. */
function sayFormats(days: readonly string[], notes: Notes): void {
  const formats = new Map<string, string>();
  for (const day of days) {
    const format = day
      .replace(/[T ].*$/, '')
      .replace(/\d/g, '9')
      .replace(/\b9\b/g, '99');
    if (!formats.has(format)) formats.set(format, day);
  }
  const examples = [...formats.values()];
  if (formats.size > 1)
    notes.say('dates', 'DATES_MIXED', { count: formats.size, first: examples[0] ?? '', second: examples[1] ?? '' });
  else if (examples[0] !== undefined && /^\d{1,2}\.|^\d{4}/.test(examples[0])) {
    notes.say('dates', 'DATES_PROVEN', {
      order: /^\d{4}/.test(examples[0]) ? 'ymd' : 'dmy',
      count: days.length,
      example: examples[0],
    });
  }
}

function saySerials(serials: readonly string[], notes: Notes): void {
  const [example] = serials;
  if (example === undefined) return;
  notes.say('dates', 'DATES_SERIAL', { count: serials.length, example, date: dayOfText(example, 'dmy') ?? '' });
}

/** A date that can be read in only one way. */
function exampleOf(days: readonly string[], order: DateOrder): string {
  const other = order === 'dmy' ? 'mdy' : 'dmy';
  return days.find((day) => dayOfText(day, other) === null) ?? days[0] ?? '';
}
