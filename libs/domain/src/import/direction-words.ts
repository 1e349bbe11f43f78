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

/** The kinds of income that no word calls so, in the first ten rows of every statement (§ 2 KomHKVO, GemHVO). */
const FIRST_INCOME =
  /^(?:0?[1-9]|10)\D.*(?:steuern|zuwendung|leistungsentgelt|kostenerstatt|eigenleistung|bestandsver)/i;

/** Their full official names, which say the same without a number. */
const OFFICIAL_INCOME =
  /^(?:steuern und ähnliche abgaben|zuwendungen und allgemeine umlagen|(?:öffentlich-rechtliche|privatrechtliche) (?:leistungs)?entgelte|kostenerstattungen und kostenumlagen|aktivierte eigenleistungen|bestandsveränderungen)/i;

/** What goes out and comes in for investments and loans, where a statement leaves out that word. */
const OF_FINANCE: readonly (readonly [AccountDirection, RegExp])[] = [
  ['payment', /erwerb|baumaßnahme|tilgung|gewährung/i],
  ['receipt', /veräußerung|zuwendungen für investi|beiträge|rückfl[uü]|aufnahme/i],
];

/** What a row of a statement means by its mark (`+`, `-`, `=`) and words; null when it says nothing. */
export function meaningOfStatementText(text: string): AccountClass | null {
  const name = withoutRowNumber(text.trim());
  const mark = /^(\+\/-|[+\u2212\u2013-])\s*/.exec(name)?.[1];
  const marked: AccountDirection | null = mark === undefined ? null : mark.startsWith('+') ? 'revenue' : 'expense';
  // `01 - Steuern`: the dash parts number and text.
  const direction = directionOfStatement(text) ?? marked;
  if (direction === null) return null;
  return { direction, sphere: sphereOfWords(name) ?? 'operating' };
}

/**
 * Which way a row of a statement points by its words alone: also the official names of income, and behind its number those that
 * leave the way out.
 */
export function directionOfStatement(text: string): AccountDirection | null {
  const written = text.trim();
  const name = withoutRowNumber(written);
  const worded = OFFICIAL_INCOME.test(firstPart(name)) ? 'revenue' : directionOfWords(firstPart(name));
  if (worded !== null || name === written) return worded;
  if (FIRST_INCOME.test(written)) return 'revenue';
  return OF_FINANCE.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
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
