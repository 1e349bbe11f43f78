import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { findFilterVersion, holdFilterNames } from '../filter.repository';

/** Takes a saved filter away. The lines stay as they are. */
export async function deleteFilter(
  tx: Transaction,
  filterId: string,
  version: number,
): Promise<Outcome<Readonly<Record<never, never>>, Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>>> {
  await holdFilterNames(tx);
  const standing = await findFilterVersion(tx, filterId);
  if (standing === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (standing !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  await tx.execute(`DELETE FROM saved_filter WHERE tenant_id = $1 AND filter_id = $2`, [tx.tenantId, filterId]);
  await tx.audit({ action: 'filter.deleted', subjectType: 'saved_filter', subjectId: filterId });
  return ok({});
}
