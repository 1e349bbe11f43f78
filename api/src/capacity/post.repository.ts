import type { CreatePost } from '@etatlotse/contracts/capacity';
import type { Transaction } from '../platform/database/transactions';

/** A post as its commands see it. */
export interface PostRecord {
  readonly unit_id: string;
  readonly version: number;
}

/** Reads a post and holds it until the transaction ends. */
export async function lockPost(tx: Transaction, postId: string): Promise<PostRecord | null> {
  const [row] = await tx.query<PostRecord>(
    `SELECT unit_id, version FROM post WHERE tenant_id = $1 AND post_id = $2 FOR UPDATE`,
    [tx.tenantId, postId],
  );
  return row ?? null;
}

/** Adds a post with everybody's time on it; null when its number is taken. */
export async function insertPost(
  tx: Transaction,
  post: CreatePost,
  origin: 'manual' | 'import' | 'demo' = 'manual',
): Promise<string | null> {
  const postId = tx.nextId();
  const inserted = await tx.execute(
    `INSERT INTO post (tenant_id, post_id, number, name, unit_id, status, grade, weekly_minutes, full_time_minutes,
       valid_from, valid_until, note_kind, note_from, origin, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (tenant_id, number) DO NOTHING`,
    [tx.tenantId, postId, ...columnsOf(post), origin, tx.actor?.personId ?? null, tx.now],
  );
  if (inserted === 0) return null;
  await insertOccupancies(tx, postId, post);
  return postId;
}

/** Replaces a post and everybody's time on it; false when another post has its number. */
export async function updatePost(tx: Transaction, postId: string, post: CreatePost): Promise<boolean> {
  const [taken] = await tx.query(`SELECT FROM post WHERE tenant_id = $1 AND number = $2 AND post_id <> $3`, [
    tx.tenantId,
    post.number,
    postId,
  ]);
  if (taken !== undefined) return false;
  await updatePostFacts(tx, postId, post);
  await tx.execute(`DELETE FROM occupancy WHERE tenant_id = $1 AND post_id = $2`, [tx.tenantId, postId]);
  await insertOccupancies(tx, postId, post);
  return true;
}

/** What the plan says of a post, without who holds it. */
export type PostFacts = Omit<CreatePost, 'occupancies'>;

/** Replaces what the plan says of a post; who holds it stays. */
export async function updatePostFacts(tx: Transaction, postId: string, post: PostFacts): Promise<void> {
  await tx.execute(
    `UPDATE post SET number = $3, name = $4, unit_id = $5, status = $6, grade = $7, weekly_minutes = $8,
       full_time_minutes = $9, valid_from = $10, valid_until = $11, note_kind = $12, note_from = $13, version = version + 1
     WHERE tenant_id = $1 AND post_id = $2`,
    [tx.tenantId, postId, ...columnsOf(post)],
  );
}

function columnsOf(post: PostFacts): unknown[] {
  return [
    post.number,
    post.name,
    post.unitId,
    post.status,
    post.grade,
    post.weeklyMinutes,
    post.fullTimeMinutes,
    post.from,
    post.until ?? null,
    post.note?.kind ?? null,
    post.note?.from ?? null,
  ];
}

async function insertOccupancies(tx: Transaction, postId: string, { occupancies }: CreatePost): Promise<void> {
  if (occupancies.length === 0) return;
  const rows = occupancies.map((one) => ({
    occupancy_id: tx.nextId(),
    valid_from: one.from,
    valid_until: one.until ?? null,
    weekly_minutes: one.weeklyMinutes,
    ramp_up_percents: one.rampUpPercents,
    absences: one.absences.map(({ from, until, percent }) => ({ from, until: until ?? null, percent })),
    holder: one.holder ?? '',
  }));
  await tx.execute(
    `INSERT INTO occupancy (tenant_id, post_id, occupancy_id, valid_from, valid_until, weekly_minutes, ramp_up_percents,
       absences, holder)
     SELECT $1, $2, o.occupancy_id, o.valid_from, o.valid_until, o.weekly_minutes, o.ramp_up_percents, o.absences, o.holder
     FROM jsonb_populate_recordset(NULL::occupancy, $3::jsonb) AS o`,
    [tx.tenantId, postId, JSON.stringify(rows)],
  );
}

/** Takes the name of a holder away; the post goes on to its next version, so that no open form brings it back. */
export async function eraseHolder(tx: Transaction, postId: string, occupancyId: string): Promise<boolean> {
  const erased = await tx.execute(
    `UPDATE occupancy SET holder = '' WHERE tenant_id = $1 AND post_id = $2 AND occupancy_id = $3 AND holder <> ''`,
    [tx.tenantId, postId, occupancyId],
  );
  if (erased === 0) return false;
  await tx.execute(`UPDATE post SET version = version + 1 WHERE tenant_id = $1 AND post_id = $2`, [
    tx.tenantId,
    postId,
  ]);
  return true;
}
