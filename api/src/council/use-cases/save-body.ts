import type { ChangeCouncilBody, CreateCouncilBody } from '@etatlotse/contracts/council';
import type { CouncilChanged } from '@etatlotse/contracts/council/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { insertBody, lockBody, updateBody } from '../council.repository';

type NameTaken = Refusal<'BODY_NAME_TAKEN', { readonly name: string }>;

/** Enters a body that deliberates or decides. */
export async function createBody(
  tx: Transaction,
  body: CreateCouncilBody,
): Promise<Outcome<CouncilChanged, NameTaken>> {
  const bodyId = await insertBody(tx, body);
  if (bodyId === null) return refuse({ code: 'BODY_NAME_TAKEN', params: { name: body.name } });
  await tx.audit({ action: 'council_body.created', subjectType: 'council_body', subjectId: bodyId });
  return ok({ id: bodyId, version: 1 });
}

/** Changes what is known of a body, or that it no longer meets. Its meetings stay. */
export async function changeBody(
  tx: Transaction,
  bodyId: string,
  { version, ...body }: ChangeCouncilBody,
): Promise<Outcome<CouncilChanged, NameTaken | Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>>> {
  const before = await lockBody(tx, bodyId);
  if (before === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (before.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (!(await updateBody(tx, bodyId, body))) return refuse({ code: 'BODY_NAME_TAKEN', params: { name: body.name } });
  await tx.audit({ action: 'council_body.changed', subjectType: 'council_body', subjectId: bodyId });
  return ok({ id: bodyId, version: version + 1 });
}
