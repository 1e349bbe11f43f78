import type { PostListRow, PostPage } from '@etatlotse/contracts/capacity/plain';
import { CSV_START, csvRow } from '../platform/http/csv-row';
import type { Tongue } from '../platform/problem/problem-body';

const WORDS = {
  de: {
    fileName: 'stellenplan',
    heads: [
      'Stellennummer',
      'Funktion',
      'Organisationseinheit',
      'Status',
      'Entgelt- oder Besoldungsgruppe',
      'Wochenstunden',
      'Wochenstunden einer vollen Stelle',
      'Gültig ab',
      'Gültig bis',
      'Vermerk',
      'Vermerk ab',
      'Besetzt in Prozent',
      'Frei seit',
      'VZÄ laut Plan',
      'VZÄ besetzt',
      'VZÄ verfügbar',
    ],
    employee: 'Tarif',
    official: 'Beamte',
    sum: 'Summe',
  },
  en: {
    fileName: 'staffing-plan',
    heads: [
      'Post number',
      'Function',
      'Unit',
      'Status',
      'Grade',
      'Weekly hours',
      'Weekly hours of a full post',
      'Valid from',
      'Valid until',
      'Note',
      'Note from',
      'Held in percent',
      'Free since',
      'FTE planned',
      'FTE occupied',
      'FTE available',
    ],
    employee: 'employee',
    official: 'official',
    sum: 'Sum',
  },
} as const;

const FTE_DECIMALS = 4;

/** Ungrouped, so that a spreadsheet takes it for a number. */
function formatOf(tongue: Tongue, decimals: number): Intl.NumberFormat {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(tongue === 'de' ? 'de-DE' : 'en-GB', { ...digits, useGrouping: false });
}

export const postCsvName = (year: number, tongue: Tongue): string => `${WORDS[tongue].fileName}-${year}.csv`;

/** The list as a file, in the order of the page, with its sums. Names of people never stand in it. */
export function postCsv({ rows, totals }: PostPage, tongue: Tongue): string {
  const words = WORDS[tongue];
  const number = (value: number, decimals: number): string => formatOf(tongue, decimals).format(value);
  const fte = ({
    plannedFte,
    occupiedFte,
    availableFte,
  }: Pick<PostListRow, 'plannedFte' | 'occupiedFte' | 'availableFte'>): string[] =>
    [plannedFte, occupiedFte, availableFte].map((value) => number(value, FTE_DECIMALS));
  const lines = rows.map((row) => [
    row.number,
    row.name,
    `${row.unit.code} ${row.unit.name}`,
    words[row.status],
    row.grade,
    number(row.weeklyMinutes / 60, 2),
    number(row.fullTimeMinutes / 60, 2),
    row.from,
    row.until ?? '',
    row.noteKind ?? '',
    row.noteFrom ?? '',
    String(row.heldPercent),
    row.vacantSince ?? '',
    ...fte(row),
  ]);
  const sums = totals === null ? [] : [[words.sum, ...Array<string>(words.heads.length - 4).fill(''), ...fte(totals)]];
  return CSV_START + [words.heads, ...lines, ...sums].map(csvRow).join('');
}
