import type { CreatePost } from '@etatlotse/contracts/capacity';
import type { PostRow } from '@etatlotse/contracts/capacity/plain';
import type { Post } from '@etatlotse/domain/capacity';
import { type PlainDate, plainDate } from '@etatlotse/domain/shared';

/** What of a post its time is reckoned from. */
type StatedPost = Pick<
  PostRow,
  'id' | 'status' | 'weeklyMinutes' | 'fullTimeMinutes' | 'from' | 'until' | 'noteKind' | 'noteFrom' | 'occupancies'
>;

/** A post as somebody states it, as the rules see it. */
export function factsOfStated(post: CreatePost): Post {
  return factsOfPost({
    ...post,
    id: '',
    until: post.until ?? null,
    noteKind: post.note?.kind ?? null,
    noteFrom: post.note?.from ?? null,
    occupancies: post.occupancies.map((one) => ({
      ...one,
      until: one.until ?? null,
      absences: one.absences.map((away) => ({ ...away, until: away.until ?? null })),
    })),
  });
}

/** The post as the rules see it: hours become shares of a full-time post. */
export function factsOfPost(post: StatedPost): Post {
  return {
    postId: post.id,
    status: post.status,
    share: post.weeklyMinutes / post.fullTimeMinutes,
    from: plainDate(post.from),
    until: dayOrNull(post.until),
    note: post.noteKind === null ? null : { kind: post.noteKind, from: dayOrNull(post.noteFrom) },
    occupancies: post.occupancies.map((one) => ({
      from: plainDate(one.from),
      until: dayOrNull(one.until),
      share: one.weeklyMinutes / post.fullTimeMinutes,
      rampUp: one.rampUpPercents.map((percent) => percent / 100),
      absences: one.absences.map((away) => ({
        from: plainDate(away.from),
        until: dayOrNull(away.until),
        share: away.percent / 100,
      })),
    })),
  };
}

function dayOrNull(day: string | null): PlainDate | null {
  return day === null ? null : plainDate(day);
}

/** A row of the list of posts (`p`), without names. */
export const postColumns = columnsWith('');

/** The same with who holds the post, and the keys by which a name is erased. */
export const namedPostColumns = columnsWith(`'id', o.occupancy_id, 'holder', o.holder, `);

function columnsWith(person: string): string {
  return `
  p.post_id AS id, p.number, p.name, json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name) AS unit, p.status,
  p.grade, p.weekly_minutes AS "weeklyMinutes", p.full_time_minutes AS "fullTimeMinutes", p.valid_from AS "from",
  p.valid_until AS "until", p.note_kind AS "noteKind", p.note_from AS "noteFrom", p.origin = 'demo' AS "isDemo", p.version,
  (SELECT coalesce(json_agg(json_build_object(${person}'from', o.valid_from, 'until', o.valid_until,
      'weeklyMinutes', o.weekly_minutes, 'rampUpPercents', o.ramp_up_percents, 'absences', o.absences)
      ORDER BY o.valid_from, o.occupancy_id), '[]')
    FROM occupancy o WHERE o.tenant_id = p.tenant_id AND o.post_id = p.post_id) AS occupancies`;
}
