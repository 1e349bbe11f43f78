import { type Cents, MAX_AMOUNT_CENTS, cents } from '../shared/cents';

export type PlanSumResult =
  | { readonly ok: true; readonly amountCents: Cents }
  | { readonly ok: false; readonly code: 'FORMULA_NUMBER' | 'FORMULA_DIVISION' }
  | { readonly ok: false; readonly code: 'FORMULA_AMBIGUOUS'; readonly readings: readonly string[] };

/** An exact fraction; the denominator is positive. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

type Refused = Extract<PlanSumResult, { readonly ok: false }>;

const TOKEN = /[0-9][0-9.,]*|[-+*/()]/g;
const NUMBER = /^([0-9]{1,12}|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,([0-9]{1,6}))?$/;
const POINT_NUMBER = /^([0-9]{1,12})\.([0-9]{1,2}|[0-9]{4,6})$/;
const AMBIGUOUS = /^([1-9][0-9]{0,2})\.([0-9]{3})$/;
const DEEPEST = 20;

/**
 * Calculates what people type into a cell of a spreadsheet: `12*450,50`, `360000/12`, `(1200+800)*1,19`. German numbers,
 * without blanks; exact throughout and rounded to cents once at the end, half away from zero.
 */
export function calculatePlanSum(text: string): PlanSumResult {
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.join('') !== text) return bad('FORMULA_NUMBER');
  const reader = new SumReader(tokens);
  try {
    const sum = reader.sum(0);
    return reader.isAtEnd() ? inCents(sum) : bad('FORMULA_NUMBER');
  } catch (error) {
    if (error instanceof SumRefused) return error.refused;
    throw error;
  }
}

/** Carries a refusal out of the depth of a sum. Never leaves this file. */
class SumRefused extends Error {
  constructor(readonly refused: Refused) {
    super(refused.code);
  }
}

/** One reading of a sum, from left to right: products before sums, brackets first. */
class SumReader {
  private at = 0;
  constructor(private readonly tokens: readonly string[]) {}

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  sum(depth: number): Fraction {
    let sum = this.product(depth);
    for (let sign = this.take('+', '-'); sign !== undefined; sign = this.take('+', '-')) {
      const next = this.product(depth);
      const top = next.top * sum.bottom;
      sum = { top: sum.top * next.bottom + (sign === '-' ? -top : top), bottom: sum.bottom * next.bottom };
    }
    return sum;
  }

  private product(depth: number): Fraction {
    let product = this.part(depth);
    for (let sign = this.take('*', '/'); sign !== undefined; sign = this.take('*', '/')) {
      const next = this.part(depth);
      product = sign === '*' ? times(product, next) : times(product, turned(next));
    }
    return product;
  }

  private part(depth: number): Fraction {
    if (depth > DEEPEST) throw new SumRefused(bad('FORMULA_NUMBER'));
    if (this.take('-') !== undefined) {
      const { top, bottom } = this.part(depth + 1);
      return { top: -top, bottom };
    }
    if (this.take('(') === undefined) return this.number();
    const inner = this.sum(depth + 1);
    if (this.take(')') === undefined) throw new SumRefused(bad('FORMULA_NUMBER'));
    return inner;
  }

  private number(): Fraction {
    const text = this.tokens[this.at] ?? '';
    this.at += 1;
    const ambiguous = AMBIGUOUS.exec(text);
    if (ambiguous !== null) {
      const [, front = '', back = ''] = ambiguous;
      const readings = [`${front}${back}`, `${front},${back}`];
      throw new SumRefused({ ok: false, code: 'FORMULA_AMBIGUOUS', readings });
    }
    const parts = NUMBER.exec(text) ?? POINT_NUMBER.exec(text);
    if (parts === null) throw new SumRefused(bad('FORMULA_NUMBER'));
    const [, front = '', back = ''] = parts;
    return { top: BigInt(`${front.replaceAll('.', '')}${back}`), bottom: 10n ** BigInt(back.length) };
  }

  private take(...wanted: readonly string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.at += 1;
    return token;
  }
}

const times = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });

function turned({ top, bottom }: Fraction): Fraction {
  if (top === 0n) throw new SumRefused(bad('FORMULA_DIVISION'));
  return top < 0n ? { top: -bottom, bottom: -top } : { top: bottom, bottom: top };
}

function inCents({ top, bottom }: Fraction): PlanSumResult {
  const doubled = top * 200n;
  const size = ((doubled < 0n ? -doubled : doubled) + bottom) / (2n * bottom);
  if (size > BigInt(MAX_AMOUNT_CENTS)) return bad('FORMULA_NUMBER');
  return { ok: true, amountCents: cents(Number(top < 0n ? -size : size)) };
}

const bad = (code: 'FORMULA_NUMBER' | 'FORMULA_DIVISION'): Refused => ({ ok: false, code });
