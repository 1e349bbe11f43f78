import type { SaveFilter } from '@etatlotse/contracts/budget';
import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { holdFilterNames, isFilterNameTaken } from '../filter.repository';

type SaveFilterRefusal = Refusal<'FILTER_NAME_TAKEN', { readonly name: string }>;

/** Keeps a filter under a name that nobody else has taken. */
export async function saveFilter(
  tx: Transaction,
  filter: SaveFilter,
): Promise<Outcome<{ readonly id: string; readonly version: number }, SaveFilterRefusal>> {
  const { name, criteria, marksIt } = filter;
  await holdFilterNames(tx);
  if (await isFilterNameTaken(tx, name, null)) return refuse({ code: 'FILTER_NAME_TAKEN', params: { name } });
  const id = tx.nextId();
  await tx.execute(
    `INSERT INTO saved_filter (tenant_id, filter_id, name, criteria, marks_it, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.tenantId, id, name, JSON.stringify(criteria), marksIt, tx.personId, tx.now],
  );
  await tx.audit({ action: 'filter.saved', subjectType: 'saved_filter', subjectId: id, detail: { marksIt } });
  return ok({ id, version: 1 });
}
