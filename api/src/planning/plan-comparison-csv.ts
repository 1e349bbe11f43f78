import type { PlanComparison } from '@etatlotse/contracts/planning';
import { currencySign } from '@etatlotse/domain/shared';
import { CSV_START, type CsvCell, csvRow } from '../platform/http/csv-row';
import type { Tongue } from '../platform/problem/problem-body';

const WORDS = {
  de: {
    fileName: 'planvergleich',
    number: 'Zeile',
    name: 'Bezeichnung',
    frame: 'Rahmen',
    subBudget: 'Teilhaushalt',
    product: 'Produkt',
    account: 'Sachkonto',
    direction: 'Art',
    reason: 'Erläuterung',
    amount: (version: string, year: number, sign: string) => `${version}, ${year} in ${sign}`,
    difference: (version: string, year: number, sign: string) => `Unterschied ${version}, ${year} in ${sign}`,
    kind: (version: string) => `Was ist anders in ${version}?`,
    kinds: { same: 'gleich', new: 'neu', dropped: 'entfällt', changed: 'Betrag geändert' },
    asOf: (name: string, day: string) => `${name} (Stand ${day.split('-').reverse().join('.')})`,
    directions: {
      expense: 'Aufwand',
      revenue: 'Ertrag',
      payment: 'Auszahlung',
      receipt: 'Einzahlung',
      internal: 'intern',
      unclassified: 'nicht zugeordnet',
    },
    frames: { CORE: 'Kern-IT', SCHOOL_NET: 'Schulnetze', FEES: 'Gebühren' },
  },
  en: {
    fileName: 'plan-comparison',
    number: 'Line',
    name: 'Name',
    frame: 'Frame',
    subBudget: 'Sub-budget',
    product: 'Product',
    account: 'Account',
    direction: 'Kind',
    reason: 'Explanation',
    amount: (version: string, year: number, sign: string) => `${version}, ${year} in ${sign}`,
    difference: (version: string, year: number, sign: string) => `Difference ${version}, ${year} in ${sign}`,
    kind: (version: string) => `What differs in ${version}?`,
    kinds: { same: 'same', new: 'new', dropped: 'dropped', changed: 'amount changed' },
    asOf: (name: string, day: string) => `${name} (as of ${day})`,
    directions: {
      expense: 'expense',
      revenue: 'revenue',
      payment: 'payment',
      receipt: 'receipt',
      internal: 'internal',
      unclassified: 'not classified',
    },
    frames: { CORE: 'Core IT', SCHOOL_NET: 'School networks', FEES: 'Fees' },
  },
} as const;

export const comparisonFileName = (tongue: Tongue): string => `${WORDS[tongue].fileName}.csv`;

/** Exactly the lines of the comparison as a file. A cell that is not planned stays empty; a zero is a zero. */
export function comparisonCsv(comparison: PlanComparison, tongue: Tongue, currency: string): string {
  const words = WORDS[tongue];
  const sign = currencySign(currency);
  const { columns, versions, years } = comparison;
  const names = versions.map(({ name, asOf }) => (asOf === null ? name : words.asOf(name, asOf)));
  // With each plan by its own plan year the column says the year it really is.
  const yearOf = (place: number, year: number): number =>
    comparison.alignment === 'calendar'
      ? year
      : year - (versions[0]?.firstYear ?? 0) + (versions[place]?.firstYear ?? 0);
  const head = [
    ...(['number', 'name', 'frame', 'subBudget', 'product', 'account', 'direction'] as const).map((key) => words[key]),
    ...names.flatMap((name, place) => years.map((year) => words.amount(name, yearOf(place, year), sign))),
    ...names.slice(1).flatMap((name, at) => years.map((year) => words.difference(name, yearOf(at + 1, year), sign))),
    ...names.slice(1).map((name) => words.kind(name)),
    words.reason,
  ];
  const rows = columns.lineId.map((_, at) => {
    const frame = columns.frame[at] ?? null;
    const direction = columns.direction[at] ?? '';
    return csvRow([
      columns.number[at] ?? '',
      columns.name[at] ?? '',
      frame === null ? '' : words.frames[frame],
      columns.subBudget[at] ?? '',
      columns.product[at] ?? '',
      columns.account[at] ?? '',
      isDirection(direction) ? words.directions[direction] : direction,
      ...(comparison.amountCents[at] ?? []).flat().map(amountCell),
      ...(comparison.differenceCents[at] ?? []).flat().map(amountCell),
      ...(comparison.kinds[at] ?? []).map((kind) => words.kinds[kind]),
      columns.reason[at] ?? '',
    ]);
  });
  return CSV_START + csvRow(head) + rows.join('');
}

const amountCell = (amountCents: number | null): CsvCell => (amountCents === null ? '' : { amountCents });

const isDirection = (code: string): code is keyof (typeof WORDS)['de']['directions'] =>
  Object.hasOwn(WORDS.de.directions, code);
