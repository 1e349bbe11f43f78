import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';

/** Ends one of one's own tokens at once. */
export async function revokeToken(
  tx: Transaction,
  tokenId: string,
): Promise<Outcome<Record<string, never>, Refusal<'NOT_FOUND'>>> {
  const revoked = await tx.execute(
    `DELETE FROM personal_token WHERE tenant_id = $1 AND token_id = $2 AND person_id = $3`,
    [tx.tenantId, tokenId, tx.personId],
  );
  if (revoked === 0) return refuse({ code: 'NOT_FOUND', params: {} });
  await tx.audit({ action: 'token.revoked', subjectType: 'person', subjectId: tx.personId, detail: { tokenId } });
  return ok({});
}
