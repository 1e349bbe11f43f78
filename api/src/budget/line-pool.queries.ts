import { Injectable } from '@nestjs/common';
import type { PoolRow } from '@etatlotse/contracts/budget';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { unitScope } from '@etatlotse/domain/access';
import { figureColumns } from './balance.columns';

/** Cover pools with what they have left; somebody of a unit sees the pools that a line of theirs belongs to. */
@Injectable()
export class LinePoolQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, fiscalYear: number): Promise<PoolRow[]> {
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ pool: PoolRow }>(listSql, [tx.tenantId, fiscalYear, unitScope(caller.actor, 'budget.read')]),
    );
    return rows.map(({ pool }) => pool);
  }
}

const listSql = `
  SELECT json_build_object('id', cp.pool_id, 'code', cp.code, 'name', cp.name, 'budgetNote', cp.budget_note,
    'version', cp.version,
    'lines', (SELECT count(*) FROM budget_line l WHERE l.tenant_id = cp.tenant_id AND l.pool_id = cp.pool_id),
    'balance', json_build_object(${figureColumns('b')})) AS pool
  FROM cover_pool cp
  LEFT JOIN pool_balance b ON b.tenant_id = cp.tenant_id AND b.pool_id = cp.pool_id AND b.fiscal_year = $2
  WHERE cp.tenant_id = $1 AND ($3::uuid[] IS NULL OR EXISTS (SELECT FROM budget_line l
    WHERE l.tenant_id = cp.tenant_id AND l.pool_id = cp.pool_id AND l.unit_id = ANY ($3)))
  ORDER BY cp.code`;
