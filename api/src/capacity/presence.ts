import { type PostRow, PROTECTED_BELOW } from '@etatlotse/contracts/capacity/plain';
import { type Actor, may } from '@etatlotse/domain/access';

/** The unit's own head and the personnel office know who is there; to others small units tell no presence. */
export function knowsPeople(actor: Actor, unitId: string): boolean {
  return may(actor, 'staffing.read', { unitId }) || may(actor, 'capacity.write', { unitId });
}

/** Whether it may be said who is there: below five people one could see who is ill. */
export function isPresenceTold(posts: readonly PostRow[], year: number, knows: boolean): boolean {
  return knows || holdersIn(posts, year) >= PROTECTED_BELOW;
}

/** How many parts of posts somebody holds at some time of the year. */
function holdersIn(posts: readonly PostRow[], year: number): number {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return posts
    .flatMap(({ occupancies }) => occupancies)
    .filter(({ from, until }) => from <= last && (until === null || until >= first)).length;
}
