import { csrfTokenOf, hashSecret } from '../../platform/secrets/secret';
import type { Transaction } from '../../platform/database/transactions';

export interface NewSession {
  readonly secret: string;
  readonly expiresAt: Date;
  readonly device: string;
  readonly earlierSecret: string | null;
  /** A hash with today's effort, where the stored one was made with less. */
  readonly renewedHash: string | null;
}

/** Opens a session for the person of the transaction. Their expired ones are cleared away on this occasion. */
export async function openSession(tx: Transaction, session: NewSession): Promise<void> {
  const sessionId = tx.nextId();
  await tx.execute(
    `DELETE FROM login_session WHERE tenant_id = $1
       AND (secret_hash = $3 OR person_id = $2 AND (expires_at <= $4 OR last_seen_at <= $4 - interval '30 minutes'))`,
    [tx.tenantId, tx.personId, session.earlierSecret === null ? null : hashSecret(session.earlierSecret), tx.now],
  );
  await tx.execute(
    `INSERT INTO login_session (tenant_id, session_id, secret_hash, csrf_hash, person_id, created_at, last_seen_at,
       expires_at, device)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
    [
      tx.tenantId,
      sessionId,
      hashSecret(session.secret),
      hashSecret(csrfTokenOf(session.secret)),
      tx.personId,
      tx.now,
      session.expiresAt,
      session.device,
    ],
  );
  if (session.renewedHash !== null) {
    await tx.execute(`UPDATE person SET password_hash = $3 WHERE tenant_id = $1 AND person_id = $2`, [
      tx.tenantId,
      tx.personId,
      session.renewedHash,
    ]);
  }
  await tx.audit({ action: 'session.opened', subjectType: 'person', subjectId: tx.personId, detail: { sessionId } });
}
