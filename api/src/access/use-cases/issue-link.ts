import type { OneTimeLink } from '@etatlotse/contracts/person/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { hashSecret } from '../../platform/secrets/secret';
import { voidLinks } from '../session.repository';

const HOUR_MS = 3_600_000;
/** An invitation may lie over a weekend; a reset is asked for and used at once. */
const LASTS_MS = { invitation: 72 * HOUR_MS, password_reset: 2 * HOUR_MS } as const;

/**
 * Makes the link by which an invited person sets the first password, or an active one a new one. Earlier links end.
 * The secret is in the answer only; the database keeps its hash. It stands behind `#`, which a browser sends to no server:
 * neither our log nor a proxy's ever holds it.
 */
export async function issueLink(
  tx: Transaction,
  personId: string,
): Promise<Outcome<OneTimeLink & { readonly id: string }, Refusal<'NOT_FOUND'> | Refusal<'PERSON_DISABLED'>>> {
  const [person] = await tx.query<{ status: string }>(
    `SELECT status FROM person WHERE tenant_id = $1 AND person_id = $2 FOR NO KEY UPDATE`,
    [tx.tenantId, personId],
  );
  if (person === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  if (person.status === 'disabled') return refuse({ code: 'PERSON_DISABLED', params: {} });
  const purpose = person.status === 'invited' ? 'invitation' : 'password_reset';
  await voidLinks(tx, personId);
  const secret = tx.secret();
  const linkId = tx.nextId();
  const expiresAt = new Date(tx.now.getTime() + LASTS_MS[purpose]);
  await tx.execute(
    `INSERT INTO one_time_link (tenant_id, link_id, person_id, purpose, secret_hash, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.tenantId, linkId, personId, purpose, hashSecret(secret), tx.now, expiresAt],
  );
  await tx.audit({ action: 'link.issued', subjectType: 'person', subjectId: personId, detail: { linkId, purpose } });
  return ok({ id: linkId, purpose, path: `/zugang#${secret}`, expiresAt: expiresAt.toISOString() });
}
