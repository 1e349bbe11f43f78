import { type PlainDate, addDays } from '../shared/plain-date';
import { type Post, plannedUntil, workedPieces } from './available-fte';

/** What one looks for in a staffing plan: who holds the post, its note, and who is away or still learning. */
export const POST_STATES = ['held', 'partly', 'vacant', 'kw', 'ku', 'away', 'learning', 'ended'] as const;
export type PostState = (typeof POST_STATES)[number];

/** A post on one day. */
export interface PostStanding {
  /** Share of a full-time post that somebody holds. */
  readonly heldShare: number;
  /** First day of the time in which a part of it has been free without a break; null while all of it is held. */
  readonly vacantSince: PlainDate | null;
  readonly states: readonly PostState[];
}

const ROOM = 1e-9;

/** Where a post stands on a day. A post that has ended, or has not begun, is not vacant: there is nothing to hold. */
export function standingOf(post: Post, day: PlainDate): PostStanding {
  const ends = plannedUntil(post);
  const notes = post.note === null ? [] : [post.note.kind];
  if (day < post.from || (ends !== null && day > ends))
    return { heldShare: 0, vacantSince: null, states: ['ended', ...notes] };
  const heldShare = heldOn(post, day);
  const pieces = post.occupancies
    .flatMap(workedPieces)
    .filter(({ from, until }) => from <= day && (until === null || day <= until));
  const isFull = heldShare >= post.share - ROOM;
  return {
    heldShare,
    vacantSince: isFull ? null : vacantSince(post, day),
    states: [
      isFull ? 'held' : heldShare > 0 ? 'partly' : 'vacant',
      ...notes,
      ...(pieces.some(({ away }) => away > 0) ? (['away'] as const) : []),
      ...(pieces.some(({ ramp }) => ramp < 1) ? (['learning'] as const) : []),
    ],
  };
}

function heldOn({ occupancies }: Post, day: PlainDate): number {
  return occupancies
    .filter(({ from, until }) => from <= day && (until === null || day <= until))
    .reduce((sum, { share }) => sum + share, 0);
}

/** Goes back over the days on which something changed, as long as a part was free. */
function vacantSince(post: Post, day: PlainDate): PlainDate {
  const changes = post.occupancies
    .flatMap(({ from, until }) => (until === null ? [from] : [from, addDays(until, 1)]))
    .filter((one) => one > post.from && one <= day)
    .sort()
    .reverse();
  let since = day;
  for (const change of [...changes, post.from]) {
    since = change;
    if (change === post.from || heldOn(post, addDays(change, -1)) >= post.share - ROOM) break;
  }
  return since;
}
