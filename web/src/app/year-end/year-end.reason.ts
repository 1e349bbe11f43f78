import type { YearEndLineRow } from '@etatlotse/contracts/authority/plain';
import { formatEuro } from '../ui/amount/format';
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
