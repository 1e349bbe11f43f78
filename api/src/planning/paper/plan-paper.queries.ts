import { Injectable } from '@nestjs/common';
import {
  fiscalYear,
  ok,
  type Outcome,
  planningWindow,
  planYears,
  type Refusal,
  refuse,
} from '@etatlotse/domain/shared';
import type { PlanVersionState } from '@etatlotse/domain/budget';
import { Transactions } from '../../platform/database/transactions';
import type { Caller } from '../../platform/http/caller';
import { type PaperChanges, readPaperChanges } from './paper-changes.queries';
import { readWholeVersions } from '../whole-version';

/** Everything the printed plan says. Amounts in whole cents; null = not planned, which is not zero. */
export interface PaperContent {
  readonly city: string;
  readonly name: string;
  readonly state: PlanVersionState;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Years of the window, in order. */
  readonly years: readonly number[];
  readonly decidedOn: string | null;
  readonly decisionDocument: string | null;
  readonly inForceOn: string | null;
  /** Day at whose end the amounts stood (recorded clock); null = at the moment of printing. */
  readonly asOf: string | null;
  readonly printedAt: Date;
  /** Only one sub-budget is printed. */
  readonly isPart: boolean;
  /** What changed and why, of a single sub-budget only what touches it; null where nothing is to be said. */
  readonly changes: PaperChanges | null;
  readonly subBudgets: readonly PaperSubBudget[];
}

export interface PaperSubBudget {
  /** Empty for lines that belong to no sub-budget yet. */
  readonly name: string;
  /** Expense, revenue, payments and receipts are never added together. */
  readonly parts: readonly PaperPart[];
}

export interface PaperPart {
  readonly direction: string;
  readonly lines: readonly PaperLine[];
  readonly sumCents: readonly (number | null)[];
}

export interface PaperLine {
  readonly number: string;
  readonly name: string;
  readonly product: string;
  readonly account: string;
  readonly explanation: string;
  readonly amountCents: readonly (number | null)[];
}

interface Head extends Omit<PaperContent, 'years' | 'asOf' | 'printedAt' | 'isPart' | 'changes' | 'subBudgets'> {
  readonly isKnown: boolean;
}

interface LineRow extends PaperLine {
  readonly subBudget: string;
  readonly direction: string;
}

interface SumRow {
  readonly subBudget: string;
  readonly direction: string;
  readonly sumCents: readonly (number | null)[];
}

/** Reads a plan version in the order in which it is printed: by sub-budget, direction and number. */
@Injectable()
export class PlanPaperQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null when there is no such version, when nothing is recorded of it for that day, or no such sub-budget in it. */
  async ofVersion(
    caller: Caller,
    versionId: string,
    { asOf = null, subBudget = null }: { readonly asOf?: string | null; readonly subBudget?: string | null },
  ): Promise<Outcome<
    PaperContent,
    Refusal<'PLAN_PAPER_TOO_LONG', { readonly count: number; readonly max: number }>
  > | null> {
    return this.transactions.run(caller, async (tx) => {
      const [head] = await tx.query<Head>(headSql, [tx.tenantId, versionId, asOf]);
      if (head === undefined || !head.isKnown) return null;
      const years = planningWindow(planYears(fiscalYear(head.firstYear), fiscalYear(head.lastYear)));
      const params = [tx.tenantId, versionId, asOf, years, subBudget];
      await readWholeVersions(tx, PAPER_LIMIT_MS);
      const lines = await tx.query<{ line: LineRow }>(linesSql, params);
      const sums = await tx.query<{ sum: SumRow }>(sumsSql, params);
      if (lines.length > LINES_MAX) {
        return refuse({ code: 'PLAN_PAPER_TOO_LONG', params: { count: lines.length, max: LINES_MAX } });
      }
      if (subBudget !== null && lines.length === 0) return null;
      const subBudgets = group(lines, sums);
      const changes = await readPaperChanges(tx, versionId, { asOf, subBudget });
      return ok({ ...head, years, asOf, printedAt: tx.now, isPart: subBudget !== null, changes, subBudgets });
    });
  }
}

/** Some 280 pages. All of them are held until the last one is known, since each says how many there are. */
const LINES_MAX = 5_000;

/** A whole city has some 20,000 lines. */
const PAPER_LIMIT_MS = 20_000;

function group(lines: readonly { line: LineRow }[], sums: readonly { sum: SumRow }[]): PaperSubBudget[] {
  const linesOf = new Map<string, PaperLine[]>();
  const keyOf = ({ subBudget, direction }: Pick<LineRow, 'subBudget' | 'direction'>): string =>
    `${direction} ${subBudget}`;
  const listOf = <Item>(lists: Map<string, Item[]>, key: string): Item[] => {
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    return list;
  };
  for (const { line } of lines) listOf(linesOf, keyOf(line)).push(line);
  const partsOf = new Map<string, PaperPart[]>();
  for (const { sum } of sums) {
    const { subBudget, direction, sumCents } = sum;
    listOf(partsOf, subBudget).push({ direction, sumCents, lines: listOf(linesOf, keyOf(sum)) });
  }
  return [...partsOf].map(([name, parts]) => ({ name, parts }));
}

const headSql = `
  SELECT t.name AS city, v.name, v.state, v.first_year AS "firstYear", v.last_year AS "lastYear", v.decided_on AS "decidedOn",
    v.decision_document AS "decisionDocument", v.in_force_on AS "inForceOn",
    $3::date IS NULL OR $3 >= coalesce((SELECT min(c.changed_at) FROM plan_amount_change c
      WHERE c.tenant_id = $1 AND c.version_id = $2 AND c.is_taken_over), v.created_at)::date AS "isKnown"
  FROM plan_version v JOIN tenant t ON t.tenant_id = v.tenant_id WHERE v.tenant_id = $1 AND v.version_id = $2`;

/** The order of a German budget: what comes in before what goes out, results before payments. */
const place = `array_position(ARRAY['revenue', 'expense', 'receipt', 'payment', 'internal', 'unclassified'], l.direction)`;

/** One slot for each of the years `$4`. */
const slots = (aggregate: string): string =>
  `ARRAY[${[1, 2, 3, 4, 5, 6].map((at) => `${aggregate}(a.amount_cents) FILTER (WHERE a.fiscal_year = ($4::smallint[])[${at}])`).join(', ')}]`;

const linesSql = `
  SELECT json_build_object('subBudget', l.sub_budget, 'direction', l.direction, 'number', l.number, 'name', l.name,
    'product', l.product, 'account', l.account, 'explanation', coalesce(nullif(e.text, ''), l.explanation), 'amountCents', p.slots[1:cardinality($4::smallint[])]) AS line
  FROM (SELECT a.line_id, ${slots('max')} AS slots FROM app.plan_amounts_as_of($1, $2, $3::date) a
        WHERE a.fiscal_year = ANY($4::smallint[]) GROUP BY a.line_id) p
  JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = p.line_id
  LEFT JOIN plan_explanation e ON e.tenant_id = $1 AND e.version_id = $2 AND e.line_id = p.line_id
  WHERE $5::text IS NULL OR l.sub_budget = $5
  ORDER BY l.sub_budget, ${place}, l.number`;

const sumsSql = `
  SELECT json_build_object('subBudget', s.sub_budget, 'direction', s.direction,
    'sumCents', s.slots[1:cardinality($4::smallint[])]) AS sum
  FROM (SELECT l.sub_budget, l.direction, min(${place}) AS place, ${slots('sum')} AS slots
        FROM app.plan_amounts_as_of($1, $2, $3::date) a JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = a.line_id
        WHERE a.fiscal_year = ANY($4::smallint[]) AND ($5::text IS NULL OR l.sub_budget = $5)
        GROUP BY l.sub_budget, l.direction) s
  ORDER BY s.sub_budget, s.place`;
