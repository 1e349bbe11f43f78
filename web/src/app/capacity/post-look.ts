import type { PostListRow } from '@etatlotse/contracts/capacity/plain';
import type { PostState } from '@etatlotse/domain/capacity';
import { formatNumber, formatPercent } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { Look } from './capacity-look';
import { postLabels } from './post.labels';

const MINUTES_PER_HOUR = 60;

const LOOKS: Readonly<Record<PostState, Omit<Look, 'word'>>> = {
  held: { kind: 'ok', icon: 'check_circle' },
  partly: { kind: 'warn', icon: 'warning' },
  vacant: { kind: 'bad', icon: 'error' },
  kw: { kind: 'info', icon: 'schedule' },
  ku: { kind: 'info', icon: 'swap_horiz' },
  away: { kind: 'warn', icon: 'pending' },
  learning: { kind: 'info', icon: 'person_add' },
  ended: { kind: 'plain', icon: 'cancel' },
};

/** Every state of a post with its word; a free one says since when. */
export function stateLooks({ states, vacantSince }: Pick<PostListRow, 'states' | 'vacantSince'>): Look[] {
  const words = postLabels();
  return states.map((state) => {
    const isFree = state === 'vacant' || state === 'partly';
    const since = isFree && vacantSince !== null ? ` ${words.list.since(formatDate(vacantSince))}` : '';
    return { ...LOOKS[state], word: `${words.states[state]}${since}` };
  });
}

type Sized = Pick<PostListRow, 'weeklyMinutes' | 'fullTimeMinutes'>;

export function hoursText(minutes: number): string {
  const hours = minutes / MINUTES_PER_HOUR;
  return formatNumber(hours, Number.isInteger(hours) ? 0 : 2);
}

export function shareText({ weeklyMinutes, fullTimeMinutes }: Sized): string {
  return formatPercent(weeklyMinutes / fullTimeMinutes);
}

/** "39 Std., 100 %". */
export function sizeText(post: Sized): string {
  return postLabels().list.hours(hoursText(post.weeklyMinutes), shareText(post));
}

/** "Tarif, E 9a". */
export function gradeText({ status, grade }: Pick<PostListRow, 'status' | 'grade'>): string {
  return `${postLabels().statuses[status]}, ${grade}`;
}

export const fteText = (fte: number): string => formatNumber(fte, 2);
