import type { CreatePost } from '@etatlotse/contracts/capacity';
import type { HeldOccupancy, PostDetail } from '@etatlotse/contracts/capacity/plain';

/* What is typed into the form of a post, and how it is read. Pure. */

const MINUTES_PER_HOUR = 60;
const HOURS = /^\d{1,2}(?:[.,]\d{1,2})?$/;
const RAMP = /^(?:\d{1,3}(?:\s*[,;]\s*\d{1,3})*)?$/;
const RAMP_MONTHS_MAX = 24;

export interface AbsenceDraft {
  readonly from: string | null;
  readonly until: string | null;
  readonly percent: string;
}

export interface OccupancyDraft {
  readonly from: string | null;
  readonly until: string | null;
  readonly hours: string;
  readonly ramp: string;
  readonly holder: string;
  readonly absences: readonly AbsenceDraft[];
}

/** "19,5" hours as minutes; null when it is no number of hours. */
export function readHours(typed: string): number | null {
  const text = typed.trim();
  if (!HOURS.test(text)) return null;
  const minutes = Math.round(Number(text.replace(',', '.')) * MINUTES_PER_HOUR);
  return minutes > 0 ? minutes : null;
}

export function hoursDraft(minutes: number): string {
  return String(Math.round((minutes / MINUTES_PER_HOUR) * 100) / 100).replace('.', ',');
}

/** "25, 50, 75" in percent; null when it is no such list. */
export function readRamp(typed: string): number[] | null {
  const text = typed.trim();
  if (!RAMP.test(text)) return null;
  const percents = text === '' ? [] : text.split(/[,;]/).map((part) => Number(part.trim()));
  return percents.length <= RAMP_MONTHS_MAX && percents.every((percent) => percent <= 100) ? percents : null;
}

export function readPercent(typed: string): number | null {
  const text = typed.trim().replace(/\s*%$/, '');
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 100 ? Number(text) : null;
}

export function occupancyDrafts(post: PostDetail | null): readonly OccupancyDraft[] {
  return (post?.occupancies ?? []).map(draftOf);
}

function draftOf({ from, until, weeklyMinutes, rampUpPercents, holder, absences }: HeldOccupancy): OccupancyDraft {
  return {
    ...{ from, until, holder },
    hours: hoursDraft(weeklyMinutes),
    ramp: rampUpPercents.join(', '),
    absences: absences.map((away) => ({ ...away, percent: String(away.percent) })),
  };
}

type OccupancyInput = CreatePost['occupancies'][number];

/** The occupancies as they are sent; null while one of them is not whole. */
export function readOccupancies(drafts: readonly OccupancyDraft[]): OccupancyInput[] | null {
  const read = drafts.map(readOccupancy);
  return read.every((one) => one !== null) ? read : null;
}

function readOccupancy({ from, until, hours, ramp, holder, absences }: OccupancyDraft): OccupancyInput | null {
  const [weeklyMinutes, rampUpPercents] = [readHours(hours), readRamp(ramp)];
  const away = absences.map((one) => {
    const percent = readPercent(one.percent);
    return one.from === null || percent === null ? null : { ...period(one.from, one.until), percent };
  });
  if (from === null || weeklyMinutes === null || rampUpPercents === null) return null;
  if (!away.every((one) => one !== null)) return null;
  const name = holder.trim();
  return {
    ...period(from, until),
    ...{ weeklyMinutes, rampUpPercents, absences: away },
    ...(name === '' ? {} : { holder: name }),
  };
}

function period(from: string, until: string | null): { from: string; until?: string } {
  return until === null ? { from } : { from, until };
}
