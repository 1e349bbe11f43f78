import { Injectable } from '@nestjs/common';
import type { OrderRow, OrdersQuery } from '@etatlotse/contracts/budget';
import type { Page } from '@etatlotse/contracts/shared';
import { unitScope } from '@etatlotse/domain/access';
import { orderStepsFrom } from '@etatlotse/domain/budget';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';

/** Order documents, oldest first: the list of what is still open, with its age in days. */
@Injectable()
export class OrderQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: OrdersQuery): Promise<Page<OrderRow>> {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['day', 'id']);
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ order: Omit<OrderRow, 'steps'> }>(listSql, [
        tx.tenantId,
        query.fiscalYear,
        query.state ?? null,
        query.lineId ?? null,
        unitScope(caller.actor, 'budget.read'),
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
        tx.today,
        query.open ?? false,
      ]),
    );
    const shown = rows.slice(0, limit).map(({ order }) => ({ ...order, steps: orderStepsFrom(order.state) }));
    const last = shown.at(-1);
    return {
      rows: shown,
      nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.orderedOn, last.id]) : null,
    };
  }

  async find(caller: Caller, orderId: string): Promise<OrderRow | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ order: Omit<OrderRow, 'steps'> }>(findSql, [
        tx.tenantId,
        orderId,
        unitScope(caller.actor, 'budget.read'),
        tx.today,
      ]),
    );
    return row === undefined ? null : { ...row.order, steps: orderStepsFrom(row.order.state) };
  }
}

const order = (today: string): string => `
  json_build_object('id', o.order_id, 'number', o.number, 'lineId', o.line_id, 'lineNumber', l.number,
    'lineName', l.name, 'fiscalYear', o.fiscal_year, 'supplier', o.supplier, 'subject', o.subject, 'state', o.state,
    'orderedOn', o.ordered_on, 'ageDays', greatest(${today}::date - o.ordered_on, 0), 'reservedCents', o.reserved_cents,
    'committedCents', o.committed_cents, 'spentCents', o.spent_cents, 'version', o.version) AS "order"`;

const listSql = `
  SELECT ${order('$9')}
  FROM purchase_order o
  JOIN budget_line l ON l.tenant_id = o.tenant_id AND l.line_id = o.line_id
  WHERE o.tenant_id = $1 AND o.fiscal_year = $2 AND ($3::text IS NULL OR o.state = $3)
    AND ($4::uuid IS NULL OR o.line_id = $4) AND ($5::uuid[] IS NULL OR l.unit_id = ANY ($5))
    AND ($6::date IS NULL OR (o.ordered_on, o.order_id) > ($6::date, $7::uuid))
    AND (NOT $10::boolean OR o.state IN ('reserved', 'ordered', 'partly_invoiced'))
  ORDER BY o.ordered_on, o.order_id
  LIMIT $8`;

const findSql = `
  SELECT ${order('$4')}
  FROM purchase_order o
  JOIN budget_line l ON l.tenant_id = o.tenant_id AND l.line_id = o.line_id
  WHERE o.tenant_id = $1 AND o.order_id = $2 AND ($3::uuid[] IS NULL OR l.unit_id = ANY ($3))`;
