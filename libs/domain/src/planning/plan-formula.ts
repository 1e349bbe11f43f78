import { parseAmount } from '../shared/amount-text';
import { type Cents, MAX_AMOUNT_CENTS, cents, negateCents } from '../shared/cents';
import type { Ratio } from '../shared/ratio';
import { calculatePlanSum } from './plan-sum';

/** Where a cell's new amount comes from: its own, or the one of the same line in the year before. */
export type FormulaSource = 'own' | 'previous';

/** What a formula over a selection of cells does. */
export type PlanFormula =
  | { readonly kind: 'scale'; readonly source: FormulaSource; readonly factor: Ratio }
  | { readonly kind: 'add'; readonly source: FormulaSource; readonly addCents: Cents }
  | { readonly kind: 'set'; readonly amountCents: Cents }
  | { readonly kind: 'distribute'; readonly totalCents: Cents; readonly by: 'equal' | 'proportion' }
  /** The first selected cell of each line carries on to its right, grown by the factor from year to year. */
  | { readonly kind: 'fill_right'; readonly factor: Ratio };

export type FormulaTextCode =
  | 'FORMULA_REQUIRED'
  | 'FORMULA_UNKNOWN'
  | 'FORMULA_NUMBER'
  | 'FORMULA_AMBIGUOUS'
  | 'FORMULA_DIVISION'
  | 'FORMULA_PERCENT'
  | 'FORMULA_FACTOR';

/** A formula, or why the text is none. The ambiguous comes with both readings. */
export type FormulaTextResult =
  | { readonly ok: true; readonly formula: PlanFormula }
  | { readonly ok: false; readonly code: FormulaTextCode; readonly readings?: readonly string[] };

export const SAME: Ratio = { numerator: 1, denominator: 1 };

const PREVIOUS = /^=(?:vorjahr|vj|previousyear|py)(.*)$/;
const DISTRIBUTE = /^(?:verteilen?|distribute)([^a-z]*)(anteilig|proportionally|proportional)?$/;
const FILL_RIGHT = /^(?:rechts|right)(.*)$/;
/** Figures with a sign between them: `=12*450,50`. One amount alone is none. */
const SUM = /^=[-(]*[0-9].*[-+*/]/;
const LONGEST = 60;
const LONGEST_SUM = 200;

/**
 * Reads a formula: `+3%`, `-2,5%`, `+1000`, `*1,02`, `=1000`, `=Vorjahr`, `=Vorjahr*1,02`, `rechts +3%`,
 * `verteile 100.000,00`, `verteile 100.000,00 anteilig`, and sums like `=12*450,50`; the words also in English. Blanks, case and the euro sign say
 * nothing. Numbers are German; what has two readings (`1.234`) is asked, never guessed.
 */
export function parsePlanFormula(raw: string): FormulaTextResult {
  const text = raw
    .toLowerCase()
    .replace(/[\s\u00a0\u202f€]/g, '')
    .replaceAll('\u2212', '-')
    .replaceAll('×', '*');
  if (text === '') return bad('FORMULA_REQUIRED');
  if (SUM.test(text) && text.length <= LONGEST_SUM) return readSum(text.slice(1));
  if (text.length > LONGEST) return bad('FORMULA_UNKNOWN');
  const previous = PREVIOUS.exec(text);
  if (previous !== null) return previous[1] === '' ? scale('previous', SAME) : readStep(previous[1] ?? '', 'previous');
  const fillRight = FILL_RIGHT.exec(text);
  if (fillRight !== null) return readFillRight(fillRight[1] ?? '');
  const distribute = DISTRIBUTE.exec(text);
  if (distribute !== null) {
    const by = distribute[2] === undefined ? 'equal' : 'proportion';
    return withAmount(distribute[1] ?? '', (totalCents) => ({ kind: 'distribute', totalCents, by }));
  }
  if (/^=[-0-9]/.test(text)) return withAmount(text.slice(1), (amountCents) => ({ kind: 'set', amountCents }));
  return readStep(text, 'own');
}

/** What follows the source: a percentage, an amount to add or take, or a factor. */
function readStep(text: string, source: FormulaSource): FormulaTextResult {
  const sign = text.charAt(0);
  const rest = text.slice(1);
  if (sign === '*') return readFactor(rest, source);
  if (sign !== '+' && sign !== '-') return bad('FORMULA_UNKNOWN');
  if (rest.endsWith('%')) {
    const percent = readPercent(sign, rest);
    return percent.ok ? scale(source, percent.ratio) : percent;
  }
  if (!/^[0-9]/.test(rest)) return bad('FORMULA_NUMBER');
  return withAmount(rest, (amountCents) => ({
    kind: 'add',
    source,
    addCents: sign === '-' ? negateCents(amountCents) : amountCents,
  }));
}

function readSum(text: string): FormulaTextResult {
  const read = calculatePlanSum(text);
  return read.ok ? { ok: true, formula: { kind: 'set', amountCents: read.amountCents } } : read;
}

function readFillRight(text: string): FormulaTextResult {
  if (text === '') return { ok: true, formula: { kind: 'fill_right', factor: SAME } };
  if (!/^[+-].*%$/.test(text)) return bad('FORMULA_UNKNOWN');
  const percent = readPercent(text.charAt(0), text.slice(1));
  return percent.ok ? { ok: true, formula: { kind: 'fill_right', factor: percent.ratio } } : percent;
}

type RatioResult = { readonly ok: true; readonly ratio: Ratio } | Extract<FormulaTextResult, { readonly ok: false }>;

/** `+3%` is 103 / 100. Nothing can fall by more than all of it. */
function readPercent(sign: string, text: string): RatioResult {
  const read = readDecimal(text.slice(0, -1));
  if (!read.ok) return read;
  const { numerator, denominator } = read.ratio;
  const whole = 100 * denominator;
  const grown = sign === '-' ? whole - numerator : whole + numerator;
  return grown < 0 || grown > whole * FACTOR_MAX
    ? bad('FORMULA_PERCENT')
    : { ok: true, ratio: { numerator: grown, denominator: whole } };
}

function readFactor(text: string, source: FormulaSource): FormulaTextResult {
  const read = readDecimal(text);
  if (!read.ok) return read;
  const { numerator, denominator } = read.ratio;
  return numerator > denominator * FACTOR_MAX ? bad('FORMULA_FACTOR') : scale(source, read.ratio);
}

/** More than a thousandfold is a slip of the finger. */
const FACTOR_MAX = 1000;
const DECIMAL = /^([0-9]{1,6})(?:[.,]([0-9]{1,6}))?$/;

/** `2,5` and `2.5` are the same; a point before exactly three digits could mean thousands and is asked. */
function readDecimal(text: string): RatioResult {
  const parts = DECIMAL.exec(text);
  if (parts === null) return bad('FORMULA_NUMBER');
  const [, front = '', back = ''] = parts;
  if (text.includes('.') && back.length === 3) {
    return { ok: false, code: 'FORMULA_AMBIGUOUS', readings: [`${front}${back}`, `${front},${back}`] };
  }
  return { ok: true, ratio: { numerator: Number(`${front}${back}`), denominator: 10 ** back.length } };
}

function withAmount(text: string, formulaOf: (amountCents: Cents) => PlanFormula): FormulaTextResult {
  const read = parseAmount(text, { minCents: cents(-MAX_AMOUNT_CENTS) });
  if (read.ok) return { ok: true, formula: formulaOf(read.value) };
  return read.code === 'AMOUNT_AMBIGUOUS'
    ? { ok: false, code: 'FORMULA_AMBIGUOUS', readings: read.readings.map((reading) => reading.text) }
    : bad('FORMULA_NUMBER');
}

const scale = (source: FormulaSource, factor: Ratio): FormulaTextResult => ({
  ok: true,
  formula: { kind: 'scale', source, factor },
});

const bad = (code: FormulaTextCode): Extract<FormulaTextResult, { readonly ok: false }> => ({ ok: false, code });
