import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { endAllSessions } from '../session.repository';

/** Ends one of one's own sessions; somebody else's is as unknown. */
export async function endSession(
  tx: Transaction,
  sessionId: string,
): Promise<Outcome<Record<string, never>, Refusal<'NOT_FOUND'>>> {
  const ended = await tx.execute(
    `DELETE FROM login_session WHERE tenant_id = $1 AND session_id = $2 AND person_id = $3`,
    [tx.tenantId, sessionId, tx.personId],
  );
  if (ended === 0) return refuse({ code: 'NOT_FOUND', params: {} });
  await tx.audit({ action: 'session.ended', subjectType: 'person', subjectId: tx.personId, detail: { sessionId } });
  return ok({});
}

/** Ends all of one's own sessions but the one at hand. */
export async function endOtherSessions(
  tx: Transaction,
  currentSessionId: string | null,
): Promise<Outcome<{ ended: number }, never>> {
  const ended = await endAllSessions(tx, tx.personId, currentSessionId);
  if (ended > 0) {
    await tx.audit({
      action: 'session.others_ended',
      subjectType: 'person',
      subjectId: tx.personId,
      detail: { ended },
    });
  }
  return ok({ ended });
}
