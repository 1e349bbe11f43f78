import { HttpErrorResponse } from '@angular/common/http';
import type { FieldProblem, Problem, ProblemText } from '@etatlotse/contracts/problem/plain';
import { formatShare } from '@etatlotse/domain/shared';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { language, sentenceInCurrency } from '../ui/language/language';
import { problemText } from './problem-texts';
import { problemLabels } from './problem.labels';

/** A refusal or fault, ready for `et-failure` and `et-notice`. */
export interface ProblemMessage {
  /** Stable code of the API, `OFFLINE` without an answer, `UNKNOWN` for anything else. */
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly requestId?: string;
  readonly fields: readonly FieldProblem[];
  /** Parameters of the code: `missingCents`, `rule`, `waysOut` and so on. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Turns whatever a call failed with into words. Known codes get our own text, so that it follows the language on screen. */
export function problemOf(error: unknown): ProblemMessage {
  const response = error instanceof HttpErrorResponse ? error : undefined;
  if (response?.status === 0) return own('OFFLINE', problemLabels().offlineTitle, problemLabels().offline, 0);
  const problem = bodyOf(response?.error);
  if (!problem) {
    const requestId = response?.headers?.get('x-request-id') ?? undefined;
    return { ...own('UNKNOWN', problemLabels().faultTitle, problemLabels().fault, response?.status ?? 0), requestId };
  }
  const known = problemText(problem.code);
  return {
    code: problem.code,
    status: problem.status,
    title: known ? fillProblemText(known.title, problem) : problem.title,
    detail: known ? fillProblemText(known.detail, problem) : problem.detail,
    requestId: problem.requestId,
    fields: (problem.errors ?? []).map((field) => ({ ...field, message: fieldText(field) })),
    parameters: problem,
  };
}

/** The sentence for one field of a form, or `null` when that field was fine. */
export function fieldProblem(problem: ProblemMessage | null, field: string): string | null {
  return problem?.fields.find((entry) => entry.field === field)?.message ?? null;
}

function fieldText(field: FieldProblem): string {
  return problemText(field.code)?.detail[language()] ?? field.message;
}

function own(code: string, title: string, detail: string, status: number): ProblemMessage {
  return { code, status, title, detail, fields: [], parameters: {} };
}

function bodyOf(body: unknown): Problem | undefined {
  const parsed = typeof body === 'string' ? parse(body) : body;
  const isProblem = typeof parsed === 'object' && parsed !== null && 'code' in parsed && 'title' in parsed;
  return isProblem ? (parsed as Problem) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Fills `{name}` in a problem's sentence: `...Cents` as amounts of the city's currency, in which the sentence speaks, too; days as dates, years as they are. */
export function fillProblemText(text: ProblemText, values: Readonly<Record<string, unknown>>): string {
  return sentenceInCurrency(text[language()]).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (typeof value === 'number') return name.endsWith('Cents') ? formatEuro(value) : plainNumber(name, value);
    if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}/.test(value) ? formatDate(value) : value;
    return whole;
  });
}

/** A year is not a quantity: 2026, not 2.026; hundredths of a percent are a percentage. */
function plainNumber(name: string, value: number): string {
  if (name.endsWith('BasisPoints')) return formatShare(value, language());
  return /year$/i.test(name) ? String(value) : formatNumber(value);
}
