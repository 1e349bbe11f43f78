import type { ChangePost, CreatePost } from '@etatlotse/contracts/capacity';
import type { CapacityChanged } from '@etatlotse/contracts/capacity/plain';
import { checkPost, type PostRefusal } from '@etatlotse/domain/capacity';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { factsOfStated } from '../post-facts';
import { insertPost, lockPost, updatePost } from '../post.repository';
import { checkUnit, reaches, type UnitRefusal } from '../unit.repository';

type SaveRefusal = PostRefusal | UnitRefusal | Refusal<'NUMBER_TAKEN', { readonly number: string }>;

/** Adds a post to the staffing plan, with who holds which part of it. */
export async function createPost(tx: Transaction, post: CreatePost): Promise<Outcome<CapacityChanged, SaveRefusal>> {
  const checked = await check(tx, post);
  if (!checked.ok) return checked;
  const id = await insertPost(tx, post);
  if (id === null) return refuse({ code: 'NUMBER_TAKEN', params: { number: post.number } });
  await tx.audit({
    action: 'post.created',
    subjectType: 'post',
    subjectId: id,
    detail: { unitId: post.unitId, weeklyMinutes: post.weeklyMinutes },
  });
  return ok({ id, version: 1 });
}

/** Changes a post and who holds it, at the version that was seen. */
export async function changePost(
  tx: Transaction,
  postId: string,
  { version, ...post }: ChangePost,
): Promise<Outcome<CapacityChanged, SaveRefusal | Refusal<'VERSION_STALE'>>> {
  const before = await lockPost(tx, postId);
  if (before === null || !reaches(tx, 'staffing.write', before.unit_id)) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (before.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const checked = await check(tx, post);
  if (!checked.ok) return checked;
  if (!(await updatePost(tx, postId, post))) return refuse({ code: 'NUMBER_TAKEN', params: { number: post.number } });
  await tx.audit({
    action: 'post.changed',
    subjectType: 'post',
    subjectId: postId,
    detail: { unitId: post.unitId, weeklyMinutes: post.weeklyMinutes, occupancies: post.occupancies.length },
  });
  return ok({ id: postId, version: version + 1 });
}

async function check(tx: Transaction, post: CreatePost): Promise<Outcome<null, SaveRefusal>> {
  const unit = await checkUnit(tx, 'staffing.write', post.unitId);
  if (!unit.ok) return unit;
  return checkPost(factsOfStated(post));
}
