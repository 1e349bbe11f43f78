import { type Outcome, ok } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { endAllSessions, storePassword, voidLinks } from '../session.repository';

/** Stores one's own new password and ends all other logins. The old one has been compared before. */
export async function changePassword(
  tx: Transaction,
  passwordHash: string,
  currentSessionId: string | null,
): Promise<Outcome<{ sessionsEnded: number }, never>> {
  await storePassword(tx, tx.personId, passwordHash);
  await voidLinks(tx, tx.personId);
  const sessionsEnded = await endAllSessions(tx, tx.personId, currentSessionId);
  await tx.audit({
    action: 'password.changed',
    subjectType: 'person',
    subjectId: tx.personId,
    detail: { sessionsEnded },
  });
  return ok({ sessionsEnded });
}
