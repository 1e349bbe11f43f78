import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { endAllSessions, storePassword, voidLinks } from '../session.repository';

/**
 * Uses a one-time link up and sets the password. Of several at the same moment exactly one wins. Every login of the
 * person ends: whoever was in with the old password is out.
 */
export async function acceptLink(
  tx: Transaction,
  linkId: string,
  passwordHash: string,
): Promise<Outcome<Record<string, never>, Refusal<'LINK_INVALID'>>> {
  const used = await tx.execute(
    `UPDATE one_time_link l SET used_at = $3 FROM person p
     WHERE l.tenant_id = $1 AND l.link_id = $2 AND l.person_id = $4 AND l.used_at IS NULL AND l.expires_at > $3
       AND p.tenant_id = l.tenant_id AND p.person_id = l.person_id AND p.status <> 'disabled'`,
    [tx.tenantId, linkId, tx.now, tx.personId],
  );
  if (used === 0) return refuse({ code: 'LINK_INVALID', params: {} });
  await storePassword(tx, tx.personId, passwordHash);
  await voidLinks(tx, tx.personId);
  const sessionsEnded = await endAllSessions(tx, tx.personId);
  await tx.audit({
    action: 'password.set_by_link',
    subjectType: 'person',
    subjectId: tx.personId,
    detail: { linkId, sessionsEnded },
  });
  return ok({});
}
