import type { FteTriple, PostListRow, PostRow } from '@etatlotse/contracts/capacity/plain';
import { type FteMeans, fteOver, type Post, standingOf, type TimeAxis } from '@etatlotse/domain/capacity';
import { firstDayOf, fiscalYear, lastDayOf, type PlainDate, plainDate } from '@etatlotse/domain/shared';
import { factsOfPost } from './post-facts';

const PERCENT = 100;

/** A post with the rules' view of it. */
export interface ReckonedPost {
  readonly row: PostListRow;
  readonly facts: Post;
}

/** The day on which posts of a year are held or vacant: today, or the nearest day of the year. */
export function standingDay(year: number, today: string): PlainDate {
  const [first, last] = [firstDayOf(fiscalYear(year)), lastDayOf(fiscalYear(year))];
  const day = plainDate(today);
  return day < first ? first : day > last ? last : day;
}

/** What the list says of a post: its year in three columns, and where it stands. */
export function reckonPost(post: PostRow, axis: TimeAxis, asOf: PlainDate): ReckonedPost {
  const facts = factsOfPost(post);
  const { heldShare, vacantSince, states } = standingOf(facts, asOf);
  const heldPercent = Math.round((heldShare / facts.share) * PERCENT);
  return { facts, row: { ...post, ...triple(fteOver([facts], axis)), states, heldPercent, vacantSince } };
}

export function triple({ planned, occupied, available }: FteMeans): FteTriple {
  return { plannedFte: planned, occupiedFte: occupied, availableFte: available };
}
