import { PROBLEMS, type Problem, type ProblemText } from '@etatlotse/contracts/problem/plain';
import { cents, formatShare, formatCents, inCurrency, isPlainDate } from '@etatlotse/domain/shared';
import type { ProblemException } from './problem-exception';

export type Tongue = 'de' | 'en';

/** German unless the caller asks for English first. */
export function tongueOf(acceptLanguage: string | undefined): Tongue {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'de';
}

/**
 * Fills `{name}` in a sentence, which speaks of the currency of the city; a name ending in `Cents` is written as an amount, `availableCents` as `60.612,54 €` or in
 * the currency of the city, one ending in `BasisPoints` as a percentage, one ending in `Thousandths` as a decimal, and a day as people write it.
 */
export function fillText(
  text: ProblemText,
  tongue: Tongue,
  params: Readonly<Record<string, unknown>>,
  currency = 'EUR',
): string {
  return inCurrency(text[tongue], currency).replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = params[name];
    if (typeof value === 'number' && name.endsWith('Cents')) return formatCents(cents(value), tongue, { currency });
    if (typeof value === 'number' && name.endsWith('BasisPoints')) return formatShare(value, tongue);
    if (typeof value === 'number' && name.endsWith('Thousandths')) return formatThousandths(value, tongue);
    if (isPlainDate(value)) return writtenDay(value, tongue);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : gap;
  });
}

/** 150 thousandths are written `0,15`. */
function formatThousandths(thousandths: number, tongue: Tongue): string {
  return new Intl.NumberFormat(tongue, { maximumFractionDigits: 3 }).format(thousandths / 1000);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function writtenDay(day: string, tongue: Tongue): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return tongue === 'de' ? `${date}.${month}.${year}` : `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** The answer's body: stable code, sentence in the caller's language, parameters beside it for programs. */
export function problemBody(problem: ProblemException, tongue: Tongue, requestId: string): Problem {
  const kind = PROBLEMS[problem.code];
  return {
    ...problem.params,
    type: `urn:etatlotse:problem:${problem.code.toLowerCase().replaceAll('_', '-')}`,
    title: kind.title[tongue],
    status: kind.status,
    code: problem.code,
    detail: fillText(kind.detail, tongue, problem.params, problem.currency),
    requestId,
    ...(problem.fields.length === 0
      ? {}
      : {
          errors: problem.fields.map(({ field, code }) => ({
            field,
            code,
            message: fillText(PROBLEMS[code].detail, tongue, problem.params, problem.currency),
          })),
        }),
  };
}
