import { Injectable } from '@nestjs/common';
import type { SavedFilter } from '@etatlotse/contracts/budget';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';

/** Saved filters by name. What they find is asked for one by one, so that the list does not wait for it. */
@Injectable()
export class FilterQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller): Promise<SavedFilter[]> {
    const rows = await this.transactions.run(caller, (tx) => tx.query<{ filter: SavedFilter }>(listSql, [tx.tenantId]));
    return rows.map(({ filter }) => filter);
  }
}

const listSql = `
  SELECT json_build_object('id', f.filter_id, 'name', f.name, 'criteria', f.criteria, 'marksIt', f.marks_it,
    'createdByName', p.display_name, 'createdAt', f.created_at, 'version', f.version) AS filter
  FROM saved_filter f
  LEFT JOIN person p ON p.tenant_id = f.tenant_id AND p.person_id = f.created_by
  WHERE f.tenant_id = $1 ORDER BY f.name`;
