import type { AmountPhase, ColumnPart } from '../mapping';
import { isSimilar, normalWords } from './words';
import { yearsAwayOf } from './years-away';

/** What a header says about the amounts below it. */
export interface AmountHeader {
  readonly years: readonly number[];
  readonly phase: AmountPhase | null;
  readonly side: 'revenue' | 'expense' | 'debit' | 'credit' | null;
  /** A sum or difference of other columns by its words. */
  readonly isBalance: boolean;
  /** Whether a word says that amounts stand below: `Betrag`, `Amount`. */
  readonly isAmount: boolean;
  /** Changed appropriations stand beside the original ones and must not replace them. */
  readonly isChanged: boolean;
  /** `Soll` means the plan only where no better word does: beside a Voranschlag it is what was charged. */
  readonly isWeak: boolean;
  /** Money that is neither planned nor spent: bound by orders, taxes, arrears. */
  readonly isOther: boolean;
  /** Years from that of the plan, where the header says it in words: -1 for Vorjahr; null where it names none. */
  readonly yearsAway: number | null;
  /** 1 to 12 where a table has a column for each month; one header alone does not say so. */
  readonly month?: number;
  /** Whose amounts they are in a table with a column for each part of the budget. */
  readonly of?: ColumnPart;
}

const PLAN = [
  'ansatz',
  'ansaetze',
  'haushaltsansatz',
  'plan',
  'planung',
  'planwert',
  'planansatz',
  'planzahl',
  'planjahr',
  'budget',
  'entwurf',
  'planned',
  'appropriation',
  'estimate',
  'haushaltsplan',
  'ergebnisplan',
  'finanzplan',
  'finanzplanung',
  'mifri',
  'fipla',
  'mfp',
  'nachtrag',
  'ergebnishaushalt',
  'finanzhaushalt',
  'haushaltsentwurf',
  'gesamtansatz',
  'planbetrag',
  'plankosten',
  'hpl',
  'hha',
  'hhansatz',
  'hhplan',
  'fpl',
  'finanzplanansatz',
  'vorjahresansatz',
  'voranschlag',
  'nachtragsvoranschlag',
  'anschlag',
];
const WEAK_PLAN = ['hh', 'haushalt', 'soll', 'hhj', 'haushaltsjahr', 'anmeldung', 'mittelanmeldung'];
const ACTUAL = [
  'ist',
  'ergebnis',
  'rechnungsergebnis',
  'jahresergebnis',
  'rechnung',
  'actual',
  'actuals',
  'outturn',
  'result',
  'results',
  'istwert',
  'istbetrag',
  'gebucht',
  'angeordnet',
  'jahresrechnung',
  'jahresabschluss',
  'istergebnis',
  'vorjahresergebnis',
  'verausgabt',
  'spent',
  'rechnungsabschluss',
  'abschluss',
  'istkosten',
  'anordnungen',
  'anordnungssoll',
  'aosoll',
];
/** A few letters mean an amount beside a year only: `VA 2026`, `RA 2024`, `RE 24`, `Erg. 2024`, `RE HHJ-2`. */
const PLAN_BESIDE_YEAR = ['va', 'ans'];
const ACTUAL_BESIDE_YEAR = ['ra', 're', 'erg'];
const AUTHORITY = ['ve', 'verpflichtungsermaechtigung', 'verpflichtungsermaechtigungen', 'verpflerm', 'verpfl'];
const REVENUE = [
  'ertraege',
  'ertrag',
  'einzahlungen',
  'einzahlung',
  'einnahmen',
  'einnahme',
  'erloese',
  'revenue',
  'revenues',
  'income',
  'receipts',
];
const EXPENSE = [
  'aufwendungen',
  'aufwendung',
  'aufwand',
  'auszahlungen',
  'auszahlung',
  'ausgaben',
  'ausgabe',
  'kosten',
  'expense',
  'expenses',
  'expenditure',
  'expenditures',
  'payments',
  'spending',
];
const BALANCE = [
  'saldo',
  'zuschussbedarf',
  'zuschuss',
  'ueberschuss',
  'fehlbetrag',
  'balance',
  'net',
  'netto',
  'differenz',
  'abweichung',
  'abw',
  'diff',
  'veraenderung',
  'gesamt',
  'gesamtergebnis',
  'summe',
  'total',
  'difference',
  'variance',
  'delta',
  'verfuegbar',
  'rest',
  'vergleich',
  'mehr',
  'weniger',
];
/** The plan of some months is not that of the year. */
const PART_OF_YEAR = ['ytd', 'kum', 'kumuliert', 'anteilig'];
const OTHER = [
  'davon',
  'uebertragene',
  'uebertragungen',
  'ermaechtigungsuebertragung',
  'ermaechtigungsuebertragungen',
  'haushaltsreste',
  'haushaltsrest',
  'har',
  'obligo',
  'bestellobligo',
  'auftragsvolumen',
  'mittelbindung',
  'mittelbindungen',
  'mittelreservierung',
  'vorgemerkt',
  'vormerkung',
  'vormerkungen',
  'reserviert',
  'mwst',
  'ust',
  'vat',
  'mehrwertsteuer',
  'umsatzsteuer',
  'vorsteuer',
  'steuerbetrag',
  'skonto',
  'zahlungsrueckstaende',
  'rueckstaende',
];
const AMOUNT = [
  'betrag',
  'amount',
  'wert',
  'value',
  'buchungsbetrag',
  'bruttobetrag',
  'nettobetrag',
  'summe',
  'euro',
  'eur',
  'hauswaehrung',
  'dmbtr',
  'wrbtr',
  'zahlbetrag',
  'rechnungsbetrag',
  'anordnungsbetrag',
];
const CHANGED = [
  'fortgeschrieben',
  'fortgeschriebener',
  'fortgeschriebenes',
  'nachtrag',
  'nachtragsansatz',
  'neu',
  'revised',
];

const DEBIT = ['soll', 'debit', 'sollbetrag', 'dr'];
const CREDIT = ['haben', 'credit', 'habenbetrag', 'cr'];

const FOUR_DIGITS = /(?<!\d)((?:19|20)\d{2})(?!\d)/g;
const ANY_YEAR = /(?<!\d)(?:(?:19|20)\d{2}|['\u2019]?\d{2})(?!\d)/;
const TWO_DIGITS = /(?<![\d.])['\u2019]?(\d{2})(?![\d.])/;

/** Reads `Ansatz 2026`, `Plan 26`, `2026/Plan`, `Verpfl.-Erm.(€) 2027`, `Ergebnis 2015 (Erträge)`; slips are tolerated. */
export function readAmountHeader(header: string): AmountHeader {
  const written = header.replace(/\bVerpfl\.?\s*-?\s*Erm\.?/gi, 'verpflerm ').replace(/\bAO[-\s.]*Soll\b/gi, 'aosoll');
  const words = normalWords(written);
  const tokens = words.split(' ').filter((token) => token !== '' && !/^\d+$/.test(token));
  const has = (list: readonly string[], slips = true): boolean =>
    tokens.some((token) => list.some((word) => token === word || (slips && isSimilar(token, word))));
  const away = yearsAwayOf(header);
  const namesYear = ANY_YEAR.test(header) || away !== null;
  const phase = phaseOf(has, namesYear);
  const [hasRevenue, hasExpense] = [has(REVENUE), has(EXPENSE)];
  const years = yearsOf(header, phase !== null || has(WEAK_PLAN, false));
  return {
    years,
    phase,
    side: sideOf(tokens, hasRevenue, hasExpense),
    isBalance: has(BALANCE) || (hasRevenue && hasExpense),
    isAmount: has(AMOUNT),
    isChanged: has(CHANGED),
    isWeak: phase === 'plan' && !has(PLAN) && !(namesYear && has(PLAN_BESIDE_YEAR, false)),
    isOther: isOther(tokens, phase),
    yearsAway: years.length > 0 ? null : away,
  };
}

/** What `Ist-Buchungen 2025` above the table or in the name of the file says of all amounts. Plan and result together say nothing. */
export function phaseOfTexts(texts: readonly string[]): AmountPhase | null {
  const said = new Set(texts.map((text) => readAmountHeader(text).phase).filter((phase) => phase !== null));
  const [only = null] = said.size === 1 ? said : [];
  return only;
}

/** A part of another column, or of the year: neither is an amount of its own. What was spent so far is one. */
function isOther(tokens: readonly string[], phase: AmountPhase | null): boolean {
  const has = (list: readonly string[]): boolean => tokens.some((token) => list.includes(token));
  if (phase === 'plan') return has(PART_OF_YEAR);
  return phase === null && (has(OTHER) || OTHER.includes(tokens.join('')));
}

function phaseOf(has: (list: readonly string[], slips?: boolean) => boolean, namesYear: boolean): AmountPhase | null {
  if (has(AUTHORITY)) return 'commitment_authority';
  if (has(PLAN) || (namesYear && has(PLAN_BESIDE_YEAR, false))) return 'plan';
  if (has(ACTUAL) || (namesYear && has(ACTUAL_BESIDE_YEAR, false))) return 'actual';
  return has(WEAK_PLAN, false) ? 'plan' : null;
}

function sideOf(tokens: readonly string[], hasRevenue: boolean, hasExpense: boolean): AmountHeader['side'] {
  if (hasRevenue !== hasExpense) return hasRevenue ? 'revenue' : 'expense';
  const debit = DEBIT.some((word) => tokens.includes(word));
  const credit = CREDIT.some((word) => tokens.includes(word));
  return debit === credit ? null : debit ? 'debit' : 'credit';
}

/** Years of four digits; two digits count beside a word such as Plan or Ist. */
function yearsOf(header: string, hasWord: boolean): number[] {
  const whole = [...header.matchAll(FOUR_DIGITS)].map(([, year]) => Number(year));
  if (whole.length > 0) return [...new Set(whole)];
  const short = hasWord ? TWO_DIGITS.exec(header)?.[1] : undefined;
  return short === undefined ? [] : [2000 + Number(short)];
}
