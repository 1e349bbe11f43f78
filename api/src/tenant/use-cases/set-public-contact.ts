import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import type { PublicContactKind, SetPublicContact } from '@etatlotse/contracts/settings';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { lockPublicContact, storePublicContact } from '../public-contact.repository';

/** Says whom readers of the public page may write to, and where that was read. */
export async function setPublicContact(
  tx: Transaction,
  kind: PublicContactKind,
  contact: SetPublicContact,
): Promise<Outcome<{ version: number }, Refusal<ProblemCode>>> {
  const before = await lockPublicContact(tx, kind);
  if (before !== contact.version) return refuse({ code: 'VERSION_STALE', params: {} });
  await storePublicContact(tx, kind, contact);
  await tx.audit({
    action: 'settings.public_contact_set',
    subjectType: 'tenant',
    subjectId: tx.tenantId,
    detail: { kind },
  });
  return ok({ version: before + 1 });
}
