import type { ChangeFilter } from '@etatlotse/contracts/budget';
import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { findFilterVersion, holdFilterNames, isFilterNameTaken } from '../filter.repository';

type ChangeFilterRefusal =
  Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'> | Refusal<'FILTER_NAME_TAKEN', { readonly name: string }>;

/** Gives a saved filter another name, other criteria or another mark. */
export async function changeFilter(
  tx: Transaction,
  filterId: string,
  change: ChangeFilter,
): Promise<Outcome<{ readonly id: string; readonly version: number }, ChangeFilterRefusal>> {
  const { name, criteria, marksIt } = change;
  await holdFilterNames(tx);
  const version = await findFilterVersion(tx, filterId);
  if (version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (version !== change.version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (await isFilterNameTaken(tx, name, filterId)) return refuse({ code: 'FILTER_NAME_TAKEN', params: { name } });
  await tx.execute(
    `UPDATE saved_filter SET name = $3, criteria = $4, marks_it = $5, version = version + 1
     WHERE tenant_id = $1 AND filter_id = $2`,
    [tx.tenantId, filterId, name, JSON.stringify(criteria), marksIt],
  );
  await tx.audit({ action: 'filter.changed', subjectType: 'saved_filter', subjectId: filterId, detail: { marksIt } });
  return ok({ id: filterId, version: version + 1 });
}
