import type { CopyRuleEffect, CopyTotal, LaterYears } from '@etatlotse/contracts/planning/plain';
import {
  applyIndexRules,
  FRAME_CODES,
  governingRule,
  type IndexedCell,
  type IndexEffect,
  type IndexRule,
} from '@etatlotse/domain/budget';
import {
  fiscalYear,
  type Outcome,
  ok,
  type PlanYears,
  planningWindow,
  type Refusal,
  compareText,
  refuse,
} from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { findYears } from './fiscal-year.repository';
import { type CopySource, type NumberedLine, readCopied } from './plan-copy.repository';

/** A rule as it arrives: years are plain numbers. */
export interface RuleRequest extends Omit<IndexRule, 'rates'> {
  readonly rates: readonly { readonly fiscalYear: number; readonly basisPoints: number }[];
}

/** What rules make of a copy. */
export interface IndexedCopy {
  readonly lines: number;
  readonly cells: readonly IndexedCell[];
  readonly totals: readonly CopyTotal[];
  readonly rules: readonly AppliedRule[];
}

/** A rule with what it did. */
export interface AppliedRule extends IndexRule {
  readonly effects: readonly CopyRuleEffect[];
  /** Lines whose contracts it took over: contracts change, and what was done then must stay known. Null for other rules. */
  readonly contractLineIds: readonly string[] | null;
}

export type PlanYearsRefusal =
  | Refusal<'YEAR_INVALID'>
  | Refusal<'YEAR_UNKNOWN', { readonly fiscalYear: number }>
  | Refusal<'PLAN_YEARS_DIFFER', { readonly fiscalYear: number } & PlanYears>;

export type CopyRefusal =
  | Refusal<'LIST_INVALID'>
  | Refusal<'ENUM_INVALID'>
  | Refusal<'PLAN_YEAR_OUTSIDE', { readonly fiscalYear: number; readonly firstYear: number; readonly lastYear: number }>
  | Refusal<'PLAN_INDEX_TOO_LARGE', { readonly lineNumber: string; readonly fiscalYear: number }>;

/** The plan years, which must be set up and be exactly the years of one budget. */
export async function checkPlanYears(
  tx: Transaction,
  request: { readonly firstYear: number; readonly isTwoYears: boolean },
): Promise<Outcome<PlanYears, PlanYearsRefusal>> {
  const lastYear = request.firstYear + (request.isTwoYears ? 1 : 0);
  if (lastYear > LAST_PLAN_YEAR || request.firstYear <= FIRST_YEAR) return refuse({ code: 'YEAR_INVALID', params: {} });
  const plan: PlanYears = { firstYear: fiscalYear(request.firstYear), lastYear: fiscalYear(lastYear) };
  const wanted = [...new Set([plan.firstYear, plan.lastYear])];
  const known = await findYears(tx, wanted);
  const unknown = wanted.find((year) => !known.some((record) => record.fiscalYear === year));
  if (unknown !== undefined) return refuse({ code: 'YEAR_UNKNOWN', params: { fiscalYear: unknown } });
  const other = known.find(
    (record) => record.plan.firstYear !== plan.firstYear || record.plan.lastYear !== plan.lastYear,
  );
  return other === undefined
    ? ok(plan)
    : refuse({ code: 'PLAN_YEARS_DIFFER', params: { fiscalYear: other.fiscalYear, ...other.plan } });
}

/** Which amounts a new plan takes over from another version. */
export function copySource(fromId: string, plan: PlanYears, laterYears: LaterYears | undefined): CopySource {
  return { fromId, years: planningWindow(plan), laterYears: laterYears ?? 'leave_empty' };
}

/**
 * Reads what would be copied and applies the rules to it. Used by the preview and by the copy itself, so that both say the
 * same. Nothing is written.
 */
export async function indexCopy(
  tx: Transaction,
  plan: PlanYears,
  source: CopySource,
  requested: readonly RuleRequest[],
): Promise<Outcome<IndexedCopy, CopyRefusal>> {
  const refusal = checkRules(plan, requested);
  if (refusal !== null) return refuse(refusal);
  const rules = requested.map(toRule);
  const lines = await readCopied(tx, source);
  const indexed = applyIndexRules(lines, rules);
  if (!indexed.ok) {
    const { lineId, fiscalYear: year } = indexed.refusal.params;
    const lineNumber = lines.find((line) => line.lineId === lineId)?.number ?? '';
    return refuse({ code: 'PLAN_INDEX_TOO_LARGE', params: { lineNumber, fiscalYear: year } });
  }
  const { cells, effects } = indexed.value;
  return ok({
    lines: lines.length,
    cells,
    totals: totalsOf(lines, cells),
    rules: rules.map((rule, place) => ({
      ...rule,
      effects: effects.filter((effect) => effect.rule === place).map(toEffect),
      contractLineIds:
        rule.basis === 'contracts'
          ? lines.filter((line) => governingRule(rules, line) === place).map(({ lineId }) => lineId)
          : null,
    })),
  });
}

/** The year before the plan is the last year's plan itself; it is not indexed. */
function checkRules(plan: PlanYears, rules: readonly RuleRequest[]): CopyRefusal | null {
  const years: readonly number[] = planningWindow(plan).slice(1);
  for (const { by, value, rates } of rules) {
    if (by === 'frame' && !FRAME_CODES.some((code) => code === value)) return { code: 'ENUM_INVALID', params: {} };
    if (rates.length === 0 || new Set(rates.map((rate) => rate.fiscalYear)).size < rates.length) {
      return { code: 'LIST_INVALID', params: {} };
    }
    const outside = rates.find((rate) => !years.includes(rate.fiscalYear));
    if (outside !== undefined) {
      const window = { firstYear: plan.firstYear, lastYear: years.at(-1) ?? plan.lastYear };
      return { code: 'PLAN_YEAR_OUTSIDE', params: { fiscalYear: outside.fiscalYear, ...window } };
    }
  }
  return null;
}

const toRule = ({ by, value, basis, rounding, rates }: RuleRequest): IndexRule => ({
  by,
  value,
  basis,
  rounding,
  rates: rates.map((rate) => ({ fiscalYear: fiscalYear(rate.fiscalYear), basisPoints: rate.basisPoints })),
});

const toEffect = ({
  direction,
  fiscalYear: year,
  lines,
  basisCents,
  beforeCents,
  afterCents,
}: IndexEffect): CopyRuleEffect => ({
  direction,
  fiscalYear: year,
  lines,
  basisCents,
  beforeCents,
  afterCents,
});

/** Sums before and after, per direction and year. */
function totalsOf(lines: readonly NumberedLine[], cells: readonly IndexedCell[]): CopyTotal[] {
  const totals = new Map<string, { -readonly [Field in keyof CopyTotal]: CopyTotal[Field] }>();
  const add = (
    line: NumberedLine,
    year: number,
    step: Pick<CopyTotal, 'lines' | 'beforeCents' | 'afterCents'>,
  ): void => {
    const key = `${line.direction} ${year}`;
    const empty = { direction: line.direction, fiscalYear: year, lines: 0, beforeCents: 0, afterCents: 0 };
    const total = totals.get(key) ?? empty;
    total.lines += step.lines;
    total.beforeCents += step.beforeCents;
    total.afterCents += step.afterCents;
    totals.set(key, total);
  };
  const byId = new Map(lines.map((line) => [line.lineId, line]));
  for (const line of lines) {
    for (const [year, amountCents] of line.amounts) {
      add(line, year, { lines: 1, beforeCents: amountCents, afterCents: amountCents });
    }
  }
  for (const { lineId, fiscalYear: year, amountCents } of cells) {
    const line = byId.get(lineId);
    if (line === undefined) continue;
    const copiedCents = line.amounts.get(year);
    add(line, year, {
      lines: copiedCents === undefined ? 1 : 0,
      beforeCents: 0,
      afterCents: amountCents - (copiedCents ?? 0),
    });
  }
  return [...totals.values()].sort((a, b) => a.fiscalYear - b.fiscalYear || compareText(a.direction, b.direction));
}

/** The window reaches from the year before to three years after (R12), and the calendar of the program ends at both sides. */
const FIRST_YEAR = 1900;
const LAST_PLAN_YEAR = 2196;
