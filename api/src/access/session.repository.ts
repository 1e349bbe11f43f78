import type { Transaction } from '../platform/database/transactions';

/** Ends every login of somebody at once, except one if named. Answers how many there were. */
export function endAllSessions(
  tx: Transaction,
  personId: string,
  exceptSessionId: string | null = null,
): Promise<number> {
  return tx.execute(
    `DELETE FROM login_session WHERE tenant_id = $1 AND person_id = $2 AND ($3::uuid IS NULL OR session_id <> $3)`,
    [tx.tenantId, personId, exceptSessionId],
  );
}

/** Stores a new password; an invited person is active from here on. */
export async function storePassword(tx: Transaction, personId: string, passwordHash: string): Promise<void> {
  await tx.execute(
    `UPDATE person SET password_hash = $3, password_changed_at = $4, version = version + 1,
       status = CASE WHEN status = 'invited' THEN 'active' ELSE status END
     WHERE tenant_id = $1 AND person_id = $2`,
    [tx.tenantId, personId, passwordHash, tx.now],
  );
}

/** Links that were handed out before a newer one, or before the password was set, open nothing any more. */
export async function voidLinks(tx: Transaction, personId: string): Promise<void> {
  await tx.execute(
    `UPDATE one_time_link SET used_at = $3 WHERE tenant_id = $1 AND person_id = $2 AND used_at IS NULL`,
    [tx.tenantId, personId, tx.now],
  );
}

/** Words that everybody around would guess first: the city, the person, the address. */
export async function passwordContext(tx: Transaction, personId: string): Promise<string[]> {
  const [row] = await tx.query<{ words: string[] }>(
    `SELECT ARRAY[t.name, t.slug, p.display_name, split_part(p.email, '@', 1), split_part(p.email, '@', 2)] AS words
     FROM person p JOIN tenant t ON t.tenant_id = p.tenant_id WHERE p.tenant_id = $1 AND p.person_id = $2`,
    [tx.tenantId, personId],
  );
  return row?.words ?? [];
}
