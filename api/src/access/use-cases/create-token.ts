import type { CreateToken, CreatedToken } from '@etatlotse/contracts/session';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { hashSecret } from '../../platform/secrets/secret';

const TOKENS_MAX = 20;
const DAY_MS = 86_400_000;

/** Makes a personal token. It can do what its owner can, except hand out or change access. */
export async function createToken(
  tx: Transaction,
  { name, days }: CreateToken,
): Promise<Outcome<CreatedToken & Record<string, unknown>, Refusal<'TOKENS_MAX', { max: number }>>> {
  const [count] = await tx.query<{ tokens: number }>(
    `SELECT count(*) AS tokens FROM personal_token WHERE tenant_id = $1 AND person_id = $2 AND expires_at > $3`,
    [tx.tenantId, tx.personId, tx.now],
  );
  if ((count?.tokens ?? 0) >= TOKENS_MAX) return refuse({ code: 'TOKENS_MAX', params: { max: TOKENS_MAX } });
  const tokenId = tx.nextId();
  const token = `etl_${tx.secret()}`;
  const expiresAt = new Date(tx.now.getTime() + days * DAY_MS);
  await tx.execute(
    `INSERT INTO personal_token (tenant_id, token_id, person_id, name, secret_hash, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.tenantId, tokenId, tx.personId, name, hashSecret(token), tx.now, expiresAt],
  );
  await tx.audit({ action: 'token.created', subjectType: 'person', subjectId: tx.personId, detail: { tokenId, days } });
  return ok({ id: tokenId, token, expiresAt: expiresAt.toISOString() });
}
