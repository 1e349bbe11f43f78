import type { AmountChoice } from './amount-columns';
import type { CentsTable } from './balance-columns';
import type { Notes } from './notes';

/** What a title says of months that each hold all that was before. */
const CUMULATED = /kumul|aufgelaufen|year to date|(?<![a-z])ytd(?![a-z])/i;
const ROWS_MIN = 3;
const MONTHS_MIN = 6;
const NEARLY_ALL = 0.8;

/**
 * The months that count. Where each seems to hold all before it, adding them up would count January twelve times: the person
 * says whether only the last one counts.
 */
export function countedMonths(
  amounts: readonly AmountChoice[],
  table: CentsTable,
  texts: readonly string[],
  notes: Notes,
): readonly AmountChoice[] {
  const months = amounts.filter(({ month }) => month !== undefined);
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return amounts;
  const params = { count: months.length, first: first.header, last: last.header };
  const isDoubtful = texts.some((text) => CUMULATED.test(text)) || areGrowing(months, table);
  if (isDoubtful && notes.ask('MONTHS_CUMULATED', ['last', 'add'], params) === 'last') {
    const counted = lastOfEach(months, table);
    return amounts.filter((amount) => amount.month === undefined || counted.has(amount));
  }
  notes.say('years', 'MONTHS_ADDED', params);
  return amounts;
}

/** Months that grow in nearly every row from one to the next. */
function areGrowing(months: readonly AmountChoice[], table: CentsTable): boolean {
  let rows = 0;
  let steps = 0;
  let growing = 0;
  for (const row of table) {
    const cents = months.map(({ at }) => Math.abs(row[at] ?? 0)).filter((amount) => amount !== 0);
    if (cents.length < MONTHS_MIN) continue;
    rows += 1;
    steps += cents.length - 1;
    growing += cents.filter((amount, at) => at > 0 && amount > (cents[at - 1] ?? 0)).length;
  }
  return rows >= ROWS_MIN && growing >= steps * NEARLY_ALL;
}

/** The last month of each year, phase and side in which anything stands. */
function lastOfEach(months: readonly AmountChoice[], table: CentsTable): ReadonlySet<AmountChoice> {
  const last = new Map<string, AmountChoice>();
  for (const month of months) {
    const key = `${month.fiscalYear} ${month.phase} ${month.side}`;
    const before = last.get(key);
    const isFilled = table.some((row) => (row[month.at] ?? 0) !== 0);
    if (before === undefined || (isFilled && (month.month ?? 0) > (before.month ?? 0))) last.set(key, month);
  }
  return new Set(last.values());
}
