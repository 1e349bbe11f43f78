import type { ImportKind, PlanSpan } from '../mapping';
import type { AmountChoice } from './amount-columns';
import type { Notes } from './notes';

const TWO_YEARS = /(?<!\d)((?:19|20)\d{2})\s*(?:[/_–-]|und|u\.)?\s*((?:19|20)\d{2})(?!\d)/;
const PLAN_YEAR =
  /(?:haushalts?(?:plan|entwurf|satzung|jahr)?|hh(?:plan|j|pl)?|hpl|budget|etat|ergebnisplan|finanzplan|ergebnishaushalt|doppelhaushalt|plan)[\s_-]*(?:entwurf|für|zum|zur|das|jahr)*[\s_-]*((?:19|20)\d{2})(?!\d)/i;

/** The only year that texts such as the title above a table name; null when they name none, or several. */
export function yearOfTexts(texts: readonly string[]): number | null {
  for (const text of texts) {
    const found = PLAN_YEAR.exec(text)?.[1];
    if (found !== undefined) return Number(found);
  }
  const all = new Set(
    texts.flatMap((text) => [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map(([, year]) => Number(year))),
  );
  const [only] = all;
  return all.size === 1 && only !== undefined ? only : null;
}

/**
 * Finds the by-law that a plan belongs to: what the person or a title says, else the custom that a plan shows the result of
 * the year before last and the plan of the year before.
 */
export function findPlanSpan(
  kind: ImportKind,
  amounts: readonly AmountChoice[],
  texts: readonly string[],
  assumedYear: number | null,
  notes: Notes,
): PlanSpan | null {
  if (kind !== 'plan_lines') return null;
  const plans = yearsOf(amounts, 'plan');
  const { fiscalYear } = notes.hints;
  if (fiscalYear !== undefined && (plans.length === 0 || plans.includes(fiscalYear))) {
    return said(fiscalYear, budgetYears(amounts, fiscalYear), notes);
  }
  const title = titleYears(texts);
  if (title !== null && (plans.length === 0 || plans.includes(title[0]))) return said(title[0], title[1], notes);
  const first = firstPlanYear(amounts, plans);
  if (first !== null) return said(first, budgetYears(amounts, first), notes);
  if (plans.length === 0) {
    const year = assumedYear ?? Number(notes.hints.today.slice(0, 4));
    return said(year, year, notes);
  }
  const options = plans.map(String);
  const year = Number(notes.ask('PLAN_YEAR', options, { years: options.join(', ') }));
  return spanOf(year, budgetYears(amounts, year));
}

function said(first: number, last: number, notes: Notes): PlanSpan {
  const span = spanOf(first, last);
  notes.say('years', 'PLAN_YEARS', { title: span.title, first, last });
  return span;
}

function spanOf(first: number, last: number): PlanSpan {
  const title = first === last ? `Haushaltsplan ${first}` : `Doppelhaushalt ${first}/${last}`;
  return { title, firstYear: first, lastYear: last };
}

function yearsOf(amounts: readonly AmountChoice[], phase: AmountChoice['phase']): number[] {
  const years = amounts.flatMap((amount) =>
    amount.phase === phase && amount.fiscalYear !== null ? [amount.fiscalYear] : [],
  );
  return [...new Set(years)].sort((a, b) => a - b);
}

function titleYears(texts: readonly string[]): [number, number] | null {
  for (const text of texts) {
    const two = TWO_YEARS.exec(text);
    const [first, second] = [Number(two?.[1]), Number(two?.[2])];
    if (second === first + 1) return [first, second];
  }
  for (const text of texts) {
    const year = Number(PLAN_YEAR.exec(text)?.[1]);
    if (year > 0) return [year, year];
  }
  return null;
}

/** A year with both result and plan is the year before; a result alone is the year before last. */
function firstPlanYear(amounts: readonly AmountChoice[], plans: readonly number[]): number | null {
  const lastActual = yearsOf(amounts, 'actual').at(-1);
  if (plans.length === 1) return plans[0] ?? null;
  if (lastActual === undefined) return null;
  const first = plans.includes(lastActual)
    ? lastActual + 1
    : plans.includes(lastActual + 1)
      ? lastActual + 2
      : lastActual + 1;
  if (plans.includes(first)) return first;
  return plans.find((year) => year > lastActual) ?? null;
}

/** The second year of a two-year budget is an Ansatz too; the years after it are only planned. */
function budgetYears(amounts: readonly AmountChoice[], first: number): number {
  const plans = yearsOf(amounts, 'plan');
  const next = first + 1;
  if (!plans.includes(next)) return first;
  const wordOf = (year: number): string => {
    return (
      amounts.find((amount) => amount.phase === 'plan' && amount.fiscalYear === year)?.header.replace(/\d/g, '') ?? ''
    );
  };
  const isNextAlike = wordOf(first) === wordOf(next);
  const isAllAlike = plans.filter((year) => year > next).every((year) => wordOf(year) === wordOf(first));
  const isLast = plans.at(-1) === next;
  return isNextAlike && (isLast || !isAllAlike) ? next : first;
}
