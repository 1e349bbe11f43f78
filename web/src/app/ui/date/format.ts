import { language, localeTag } from '../language/language';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions, key: string): Intl.DateTimeFormat {
  const cacheKey = `${localeTag()}:${key}`;
  let found = formats.get(cacheKey);
  if (!found) formats.set(cacheKey, (found = new Intl.DateTimeFormat(localeTag(), options)));
  return found;
}

/** A day (`2026-10-05`) or an instant as `05.10.2026`, in English `5 Oct 2026`. Instants count in the office's zone. */
export function formatDate(iso: string): string {
  const options: Intl.DateTimeFormatOptions =
    language() === 'de'
      ? { day: '2-digit', month: '2-digit', year: 'numeric' }
      : { day: 'numeric', month: 'short', year: 'numeric' };
  return format({ ...options, timeZone: zone(iso) }, `date:${zone(iso)}`).format(new Date(iso));
}

/** The time of day of an instant: `07:30`. */
export function formatTime(instant: string): string {
  return format({ hour: '2-digit', minute: '2-digit', timeZone: zone(instant) }, 'time').format(new Date(instant));
}

/** `05.10.2026, 07:30` */
export function formatDateTime(instant: string): string {
  return `${formatDate(instant)}, ${formatTime(instant)}`;
}

/** Month 1 to 12 as `Okt`, in English `Oct`. */
export function formatMonth(month: number): string {
  const text = format({ month: 'short', timeZone: 'UTC' }, 'month').format(new Date(Date.UTC(2024, month - 1, 15)));
  return text.replace('.', '').slice(0, 3);
}

/** Month 1 to 12 in full, for sentences: `November`. */
export function formatMonthName(month: number): string {
  return format({ month: 'long', timeZone: 'UTC' }, 'month-name').format(new Date(Date.UTC(2024, month - 1, 15)));
}

/** A bare day has no zone, so it is read and written in UTC; an instant is shown in German time. */
function zone(iso: string): string {
  return iso.length === 10 ? 'UTC' : 'Europe/Berlin';
}
