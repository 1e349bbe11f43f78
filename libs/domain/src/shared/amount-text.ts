import { type Cents, MAX_AMOUNT_CENTS, cents, negateCents } from './cents';

/** What an amount field allows. */
export interface AmountTextRule {
  /** Smallest amount; 0 when left out, so that a minus is out of range unless asked for. */
  readonly minCents?: Cents;
  /** Largest amount; `MAX_AMOUNT_CENTS` when left out. */
  readonly maxCents?: Cents;
  /** Files only: `310.964,69-` means minus, as SAP writes it. */
  readonly allowsTrailingMinus?: boolean;
  /** Files only: the profile states that a point always groups thousands, so `1.234` is one thousand and more. */
  readonly pointGroupsThousands?: boolean;
}

/** One way to read an ambiguous amount; `amountCents` is null where this reading would need fractions of a cent. */
export interface AmountReading {
  readonly text: string;
  readonly amountCents: Cents | null;
}

/** An amount, or why the text is none. The ambiguous comes with its readings so that the person can be asked. */
export type AmountTextResult =
  | { readonly ok: true; readonly value: Cents }
  | { readonly ok: false; readonly code: 'AMOUNT_REQUIRED' | 'AMOUNT_FORMAT' | 'AMOUNT_RANGE' }
  | { readonly ok: false; readonly code: 'AMOUNT_AMBIGUOUS'; readonly readings: readonly AmountReading[] };

const FORMAT = { ok: false, code: 'AMOUNT_FORMAT' } as const;

/** `0`, or digits without a leading zero. ASCII digits only: full-width ones look alike and are refused. */
const WHOLE = '(?:0|[1-9][0-9]*)';
const GROUPED = '[1-9][0-9]{0,2}(?:\\.[0-9]{3})+';
const COMMA_AMOUNT = new RegExp(`^(${WHOLE}|${GROUPED})(?:,([0-9]{1,2}))?$`);
const POINT_AMOUNT = new RegExp(`^(${WHOLE})\\.([0-9]{2})$`);
const AMBIGUOUS = /^([1-9][0-9]{0,2})\.([0-9]{3})$/;

/**
 * Reads a typed German amount: `1.234,56`, `1234,56`, `1234`, and `1234.56` with exactly two digits after one point.
 * Nothing is guessed: `1.234` comes back as AMOUNT_AMBIGUOUS with both readings, everything else as AMOUNT_FORMAT.
 */
export function parseAmount(raw: unknown, rule: AmountTextRule = {}): AmountTextResult {
  if (typeof raw !== 'string') return FORMAT;
  if (raw === '') return { ok: false, code: 'AMOUNT_REQUIRED' };

  const { digits, isNegative } = withoutSign(raw, rule.allowsTrailingMinus === true);
  if (rule.pointGroupsThousands !== true) {
    const ambiguous = AMBIGUOUS.exec(digits);
    if (ambiguous !== null) return askBoth(ambiguous[1] ?? '', ambiguous[2] ?? '', isNegative);
  }
  const parts = COMMA_AMOUNT.exec(digits) ?? (rule.pointGroupsThousands === true ? null : POINT_AMOUNT.exec(digits));
  if (parts === null) return FORMAT;
  return inRange((parts[1] ?? '').replaceAll('.', ''), (parts[2] ?? '').padEnd(2, '0'), isNegative, rule);
}

function withoutSign(text: string, allowsTrailingMinus: boolean): { digits: string; isNegative: boolean } {
  if (text.startsWith('-')) return { digits: text.slice(1), isNegative: true };
  if (allowsTrailingMinus && text.endsWith('-')) return { digits: text.slice(0, -1), isNegative: true };
  return { digits: text, isNegative: false };
}

function askBoth(front: string, back: string, isNegative: boolean): AmountTextResult {
  const sign = isNegative ? '-' : '';
  const thousands = cents(Number(`${front}${back}00`));
  const readings = [
    { text: `${sign}${front}${back}`, amountCents: isNegative ? negateCents(thousands) : thousands },
    { text: `${sign}${front},${back}`, amountCents: null },
  ];
  return { ok: false, code: 'AMOUNT_AMBIGUOUS', readings };
}

function inRange(euros: string, fraction: string, isNegative: boolean, rule: AmountTextRule): AmountTextResult {
  const unsigned = Number(`${euros}${fraction}`);
  if (!Number.isSafeInteger(unsigned)) return { ok: false, code: 'AMOUNT_RANGE' };
  const value = isNegative ? negateCents(cents(unsigned)) : cents(unsigned);
  const isInRange = value >= (rule.minCents ?? 0) && value <= (rule.maxCents ?? MAX_AMOUNT_CENTS);
  return isInRange ? { ok: true, value } : { ok: false, code: 'AMOUNT_RANGE' };
}
