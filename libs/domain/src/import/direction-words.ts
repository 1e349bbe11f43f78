import type { AccountClass, AccountDirection, Sphere } from '../budget/account-class';

const DIRECTIONS: readonly (readonly [AccountDirection, RegExp])[] = [
  ['payment', /auszahl|payment/],
  ['receipt', /einzahl|receipt/],
  // Kostenerstattungen are received as often as paid.
  [
    'expense',
    /aufwend|aufwand|ausgabe|abschreib|kosten(?!erstatt|ers[aä]tz|umlage|beitr)|expense|expenditure|spending/,
  ],
  ['revenue', /ertr[aä]g|erl[oö]s|einnahme|revenue|income/],
];
const SINGLE: Readonly<Record<string, AccountDirection>> = {
  e: 'revenue',
  a: 'expense',
  ertr: 'revenue',
  aufw: 'expense',
  internal: 'internal',
  unclassified: 'unclassified',
};

/** Which way the words of a heading or a cell point; null when they say nothing or both. */
export function directionOfWords(text: string): AccountDirection | null {
  const words = text.toLowerCase();
  const single = SINGLE[words.trim().replace(/\.$/, '')];
  if (single !== undefined) return single;
  const found = DIRECTIONS.filter(([, pattern]) => pattern.test(words)).map(([direction]) => direction);
  const ways = new Set(found.map((direction) => isIn(direction)));
  return ways.size === 1 ? (found[0] ?? null) : null;
}

/** Which sphere the words of a heading or a cell name; null when they name none. */
export function sphereOfWords(text: string): Sphere | null {
  const words = text.toLowerCase();
  if (words.trim() === 'unclassified') return 'unclassified';
  if (/invest|^capital|verm[oö]genshaushalt|^verm[oö]gen$|^vmhh|baumaßnahm|erwerb|ver[aä]u[sß]+erung/.test(words))
    return 'investing';
  if (/finanzierung|kredit|financing/.test(words)) return 'financing';
  if (/intern/.test(words)) return 'internal';
  if (/^revenue|konsumtiv|laufend|ergebnis|verwaltungshaushalt|^verwaltung$|^vwhh|operating/.test(words))
    return 'operating';
  return null;
}

/** What a row of a statement means by its mark (`+`, `-`, `=`) and words; null when it says nothing. */
export function meaningOfStatementText(text: string): AccountClass | null {
  const name = withoutRowNumber(text.trim());
  const mark = /^(\+\/-|[+\u2212\u2013-])\s*/.exec(name)?.[1];
  const worded = directionOfWords(firstPart(name));
  const marked: AccountDirection | null = mark === undefined ? null : mark.startsWith('+') ? 'revenue' : 'expense';
  const direction = worded ?? marked;
  if (direction === null) return null;
  return { direction, sphere: sphereOfWords(name) ?? 'operating' };
}

/** Without the number that some statements print before the text of a row: `11 - Personalaufwendungen`. */
export function withoutRowNumber(text: string): string {
  return text.replace(/^\d{1,3}[.)]?\s*(?=[+=\u2212\u2013-]|\s\p{L})/u, '').trimStart();
}

/** Extraction from PDF runs a heading and its items together: the first words are the heading. */
function firstPart(name: string): string {
  return name.replace(/^[+\u2212\u2013/-]+\s*/, '').split(/\s[+-]\s/)[0] ?? name;
}

function isIn(direction: AccountDirection): boolean {
  return direction === 'revenue' || direction === 'receipt';
}
