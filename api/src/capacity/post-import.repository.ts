import type { CreatePost } from '@etatlotse/contracts/capacity';
import type { OccupancyRow, PostRow } from '@etatlotse/contracts/capacity/plain';
import { checkPost, type PostRefusal } from '@etatlotse/domain/capacity';
import type { Outcome } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { factsOfStated, postColumns } from './post-facts';
import { insertPost, type PostFacts, updatePostFacts } from './post.repository';

/** A post that the staffing plan knows already. What an import keeps of it to give it back has no holders and no names. */
export interface KnownPost {
  readonly id: string;
  readonly version: number;
  readonly facts: PostFacts;
  readonly occupancies: CreatePost['occupancies'];
}

/** The posts with these numbers, held until the transaction ends. */
export async function knownPosts(tx: Transaction, numbers: readonly string[]): Promise<KnownPost[]> {
  const rows = await tx.query<PostRow>(knownSql, [tx.tenantId, numbers]);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    facts: factsStated(row),
    occupancies: row.occupancies.map(occupancyStated),
  }));
}

const knownSql = `
  SELECT ${postColumns} FROM post p JOIN org_unit u ON u.tenant_id = p.tenant_id AND u.unit_id = p.unit_id
  WHERE p.tenant_id = $1 AND p.number = ANY ($2) ORDER BY p.post_id FOR UPDATE OF p`;

function factsStated(row: PostRow): PostFacts {
  const { number, name, status, grade, weeklyMinutes, fullTimeMinutes, from, until, noteKind, noteFrom } = row;
  return {
    ...{ number, name, unitId: row.unit.id, status, grade, weeklyMinutes, fullTimeMinutes, from },
    ...(until === null ? {} : { until }),
    ...(noteKind === null ? {} : { note: { kind: noteKind, ...(noteFrom === null ? {} : { from: noteFrom }) } }),
  };
}

function occupancyStated({
  from,
  until,
  weeklyMinutes,
  rampUpPercents,
  absences,
}: OccupancyRow): KnownPost['occupancies'][number] {
  return {
    ...{ from, weeklyMinutes, rampUpPercents: [...rampUpPercents] },
    ...(until === null ? {} : { until }),
    absences: absences.map((away) => ({
      ...{ from: away.from, percent: away.percent },
      ...(away.until === null ? {} : { until: away.until }),
    })),
  };
}

export function checkImportedPost(post: CreatePost): Outcome<null, PostRefusal> {
  return checkPost(factsOfStated(post));
}

/** Whether a file says something else about a post than the plan. */
export function postDiffers(known: KnownPost, facts: PostFacts): boolean {
  const text = ({ until, note, ...rest }: PostFacts): string =>
    JSON.stringify([
      ...Object.entries(rest).sort(([first], [second]) => (first < second ? -1 : 1)),
      until ?? null,
      note?.kind ?? null,
      note?.from ?? null,
    ]);
  return text(known.facts) !== text(facts);
}

export async function enterImportedPost(tx: Transaction, post: CreatePost, importId: string): Promise<string> {
  const id = await insertPost(tx, post, 'import');
  if (id === null) throw new Error(`The number ${post.number} was free when the file was checked.`);
  const detail = { importId, unitId: post.unitId, weeklyMinutes: post.weeklyMinutes };
  await tx.audit({ action: 'post.created', subjectType: 'post', subjectId: id, detail });
  return id;
}

/** Changes what the plan says of a post by a file, or back to what stood before. Who holds it stays. */
export async function changeImportedPost(
  tx: Transaction,
  postId: string,
  facts: PostFacts,
  importId: string,
): Promise<void> {
  await updatePostFacts(tx, postId, facts);
  const detail = { importId, unitId: facts.unitId, weeklyMinutes: facts.weeklyMinutes };
  await tx.audit({ action: 'post.changed', subjectType: 'post', subjectId: postId, detail });
}

/** Takes posts of an import out of the plan again. The audit log keeps that they were there. */
export async function removeImportedPosts(tx: Transaction, postIds: readonly string[]): Promise<void> {
  for (const table of ['occupancy', 'post']) {
    await tx.execute(`DELETE FROM ${table} WHERE tenant_id = $1 AND post_id = ANY ($2::uuid[])`, [
      tx.tenantId,
      postIds,
    ]);
  }
}
