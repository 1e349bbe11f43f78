import type { YearEndLineRow } from '@etatlotse/contracts/authority/plain';
import { formatEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { yearEndLabels } from './year-end.labels';

/** The ready-made reason for a rest: which orders are open, with supplier and amount. Empty where there are none. */
export function reasonFor({ orders, openOrders }: YearEndLineRow, nextYear: number): string {
  if (orders.length === 0) return '';
  const words = yearEndLabels();
  const named = orders.map(({ number, supplier, openCents }) =>
    words.reasonOrder(number, supplier, formatEuro(openCents)),
  );
  const others = openOrders - orders.length;
  const list = others > 0 ? `${named.join(', ')} ${words.reasonMore(others)}` : named.join(', ');
  return words.reason(list, nextYear);
}

/** Everything the registers know that may be a reason: open orders, contracts that go on, milestones to come (leap 10). */
export function readyReasons(row: YearEndLineRow, nextYear: number): string[] {
  const words = yearEndLabels().ready;
  const orders = reasonFor(row, nextYear);
  return [
    ...(orders === '' ? [] : [orders]),
    ...row.contracts.map(({ number, vendor, runsUntil, noticeBy }) =>
      words.contract(
        [number, vendor].filter((text) => text !== '').join(' '),
        runsUntil === null ? null : formatDate(runsUntil),
        noticeBy === null ? null : formatDate(noticeBy),
      ),
    ),
    ...row.milestones.map(({ project, name, dueOn }) => words.milestone(project, name, formatDate(dueOn))),
  ];
}
