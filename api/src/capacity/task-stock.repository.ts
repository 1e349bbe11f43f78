import type { SaveStock } from '@etatlotse/contracts/capacity';
import type { StockMonthRow } from '@etatlotse/contracts/capacity/plain';
import type { Transaction } from '../platform/database/transactions';

/** Open cases of a task by month of receipt, the oldest first. */
export function readStock(tx: Transaction, taskId: string): Promise<StockMonthRow[]> {
  return tx.query<StockMonthRow>(
    `SELECT extract(year FROM received_on)::integer AS year, extract(month FROM received_on)::integer AS month, workable, waiting
     FROM open_stock WHERE tenant_id = $1 AND task_id = $2 ORDER BY received_on`,
    [tx.tenantId, taskId],
  );
}

/** Puts a count in the place of the one before it. */
export async function replaceStock(tx: Transaction, taskId: string, stock: Omit<SaveStock, 'version'>): Promise<void> {
  await deleteStock(tx, taskId);
  await tx.execute(
    `INSERT INTO open_stock (tenant_id, task_id, received_on, workable, waiting)
     SELECT $1, $2, make_date(m.year, m.month, 1), m.workable, m.waiting
     FROM jsonb_to_recordset($3::jsonb) AS m (year integer, month integer, workable integer, waiting integer)`,
    [tx.tenantId, taskId, JSON.stringify(stock.months)],
  );
  await tx.execute(
    `UPDATE task SET backlog = $3, backlog_counted_on = $4, waiting = $5, incomplete_percent = $6, return_percent = $7,
       version = version + 1
     WHERE tenant_id = $1 AND task_id = $2`,
    [tx.tenantId, taskId, stock.workable, stock.countedOn, stock.waiting, stock.incompletePercent, stock.returnPercent],
  );
}

export async function deleteStock(tx: Transaction, taskId: string): Promise<void> {
  await tx.execute(`DELETE FROM open_stock WHERE tenant_id = $1 AND task_id = $2`, [tx.tenantId, taskId]);
}
