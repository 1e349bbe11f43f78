import type { ChangeSplitKey, CreateSplitKey } from '@etatlotse/contracts/site';
import type { SiteChanged } from '@etatlotse/contracts/site/plain';
import { type Outcome, ok, plainDate, type Refusal, refuse } from '@etatlotse/domain/shared';
import { decideKeyChange, type KeyChangeRefusal } from '@etatlotse/domain/site';
import type { Transaction } from '../../platform/database/transactions';
import { decisionOf } from '../hardware-use';
import { changeKey, holdKey, insertSplitKey, isKeyUsed } from '../split-key.repository';

type SaveRefusal = KeyChangeRefusal | Refusal<'NAME_TAKEN', { readonly name: string }>;

/** Draws up a key. Over both frames it splits nothing until a decision is recorded. */
export async function createSplitKey(tx: Transaction, key: CreateSplitKey): Promise<Outcome<SiteChanged, SaveRefusal>> {
  const after = { parts: key.parts, decision: decisionOf(key.decision) };
  const decided = decideKeyChange(null, after, false, plainDate(tx.today));
  if (!decided.ok) return decided;
  const id = await insertSplitKey(tx, key);
  if (id === null) return refuse({ code: 'NAME_TAKEN', params: { name: key.name } });
  await tx.audit({
    action: 'split_key.created',
    subjectType: 'split_key',
    subjectId: id,
    detail: { name: key.name, parts: key.parts, decidedOn: key.decision?.decidedOn ?? null },
  });
  return ok({ id, version: 1 });
}

type ChangeRefusal = SaveRefusal | Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>;

/** Lets a key be another one from now on, or records the decision that it rests on. How it stood before stays. */
export async function changeSplitKey(
  tx: Transaction,
  keyId: string,
  { version, reason, ...key }: ChangeSplitKey,
): Promise<Outcome<SiteChanged, ChangeRefusal>> {
  const before = await holdKey(tx, keyId);
  if (before === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (before.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const after = { parts: key.parts, decision: decisionOf(key.decision) };
  const decided = decideKeyChange(before, after, await isKeyUsed(tx, keyId), plainDate(tx.today));
  if (!decided.ok) return decided;
  if (!(await changeKey(tx, keyId, version + 1, key, reason))) {
    return refuse({ code: 'NAME_TAKEN', params: { name: key.name } });
  }
  await tx.audit({
    action: 'split_key.changed',
    subjectType: 'split_key',
    subjectId: keyId,
    detail: { name: key.name, parts: key.parts, before: before.parts, decidedOn: key.decision?.decidedOn ?? null },
  });
  return ok({ id: keyId, version: version + 1 });
}
