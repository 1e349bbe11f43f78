import type { SaveStock } from '@etatlotse/contracts/capacity';
import type { CapacityChanged } from '@etatlotse/contracts/capacity/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { lockTask } from '../task.repository';
import { replaceStock } from '../task-stock.repository';
import { reaches } from '../unit.repository';

type StockRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'TASK_HOURS_WITHOUT_MINUTES'>
  | Refusal<'STOCK_IN_FUTURE'>
  | Refusal<'STOCK_MONTH_TWICE', { readonly month: string }>
  | Refusal<'STOCK_SUM', { readonly sum: number; readonly total: number }>;

/** Records what lies there, counted on a day: what can be worked and what waits, by month of receipt where that is known. */
export async function saveStock(
  tx: Transaction,
  taskId: string,
  { version, ...stock }: SaveStock,
): Promise<Outcome<CapacityChanged, StockRefusal>> {
  const before = await lockTask(tx, taskId);
  if (before === null || !reaches(tx, 'capacity.write', before.unit_id)) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (before.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (before.kind === 'hours') return refuse({ code: 'TASK_HOURS_WITHOUT_MINUTES', params: {} });
  const refusal = refusalOf(stock, tx.today);
  if (refusal !== null) return refuse(refusal);
  await replaceStock(tx, taskId, stock);
  const { countedOn, workable, waiting } = stock;
  await tx.audit({
    action: 'task.stock_counted',
    subjectType: 'task',
    subjectId: taskId,
    detail: { countedOn, workable, waiting, months: stock.months.length },
  });
  return ok({ id: taskId, version: version + 1 });
}

function refusalOf(
  { countedOn, months, workable, waiting }: Omit<SaveStock, 'version'>,
  today: string,
): StockRefusal | null {
  const nameOf = ({ year, month }: { year: number; month: number }): string =>
    `${year}-${String(month).padStart(2, '0')}`;
  const names = months.map(nameOf);
  if (countedOn > today || names.some((name) => name > countedOn.slice(0, 7)))
    return { code: 'STOCK_IN_FUTURE', params: {} };
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return { code: 'STOCK_MONTH_TWICE', params: { month: twice } };
  if (months.length === 0) return null;
  const sums = (['workable', 'waiting'] as const).map((kind) => months.reduce((sum, month) => sum + month[kind], 0));
  const at = sums.findIndex((sum, kind) => sum !== [workable, waiting][kind]);
  if (at === -1) return null;
  return { code: 'STOCK_SUM', params: { sum: sums[at] ?? 0, total: [workable, waiting][at] ?? 0 } };
}
