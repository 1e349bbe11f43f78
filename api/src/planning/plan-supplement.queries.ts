import { Injectable } from '@nestjs/common';
import type { Supplement, SupplementRow, SupplementTotal } from '@etatlotse/contracts/planning/plain';
import {
  authorityAfterCents,
  changeCentsOf,
  type ExtraQuestion,
  extraQuestions,
  type GrantedExtra,
  rulePackFor,
  type SupplementCell,
} from '@etatlotse/domain/budget';
import { compareText, yearsOf } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { isBaseInForce, readExtraAnswers, readGrantedExtra, readSupplementCells } from './plan-supplement.repository';
import { findVersion } from './plan-version.repository';

const ROWS_SHOWN = 200;

type LineNames = ReadonlyMap<string, { readonly number: string; readonly name: string }>;

/** What a supplementary budget does to the authority: old, change and new, and the question about extra authority (R16). */
@Injectable()
export class PlanSupplementQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null for a version that does not exist or is no supplementary budget. */
  async ofVersion(caller: Caller, versionId: string): Promise<Supplement | null> {
    return this.transactions.run(caller, async (tx) => {
      const version = await findVersion(tx, versionId);
      if (version?.kind !== 'supplementary') return null;
      const base = version.basedOnId === null ? null : await findVersion(tx, version.basedOnId);
      const cells = await readSupplementCells(tx, version);
      const granted = await readGrantedExtra(tx, version);
      const questions = extraQuestions(cells, granted, await readExtraAnswers(tx, versionId));
      const names = await tx.query<{ lineId: string; number: string; name: string }>(namesSql, [
        tx.tenantId,
        [...new Set(cells.map(({ lineId }) => lineId))],
      ]);
      const totals = await tx.query<SupplementTotal>(totalsSql, [
        tx.tenantId,
        versionId,
        version.basedOnId,
        yearsOf(version.plan),
      ]);
      const rows = rowsOf(cells, granted, questions, new Map(names.map((line) => [line.lineId, line])));
      return {
        versionId,
        base: base === null ? null : { id: base.versionId, name: base.name },
        isBaseInForce: await isBaseInForce(tx, version),
        rule: rulePackFor(version.plan.firstYear).citations.supplementary_budget,
        questionCount: questions.length,
        openCount: questions.filter(({ includesExtra }) => includesExtra === null).length,
        totals,
        rows: rows.slice(0, ROWS_SHOWN),
        changedLines: new Set(cells.map(({ lineId }) => lineId)).size,
      };
    });
  }
}

function rowsOf(
  cells: readonly SupplementCell[],
  granted: readonly GrantedExtra[],
  questions: readonly ExtraQuestion[],
  names: LineNames,
): SupplementRow[] {
  const extraOf = new Map(granted.map((extra) => [keyOf(extra), extra]));
  const questionOf = new Map(questions.map((question) => [keyOf(question), question]));
  return cells
    .map((cell): SupplementRow => {
      const { lineId, fiscalYear, oldCents, newCents } = cell;
      const extra = extraOf.get(keyOf(cell));
      const question = questionOf.get(keyOf(cell));
      return {
        lineId,
        lineNumber: names.get(lineId)?.number ?? '',
        lineName: names.get(lineId)?.name ?? '',
        fiscalYear,
        oldCents,
        changeCents: changeCentsOf(cell),
        newCents,
        overPlanCents: extra?.overPlanCents ?? 0,
        outsidePlanCents: extra?.outsidePlanCents ?? 0,
        isAsked: question !== undefined,
        includesExtra: question?.includesExtra ?? null,
        authorityAfterCents: question === undefined ? (newCents ?? 0) : authorityAfterCents(oldCents, question),
      };
    })
    .sort(
      (a, b) =>
        Number(b.isAsked) - Number(a.isAsked) || compareText(a.lineNumber, b.lineNumber) || a.fiscalYear - b.fiscalYear,
    );
}

const keyOf = ({ lineId, fiscalYear }: { readonly lineId: string; readonly fiscalYear: number }): string =>
  `${lineId} ${fiscalYear}`;

const namesSql = `
  SELECT line_id AS "lineId", number, name FROM budget_line WHERE tenant_id = $1 AND line_id = ANY($2::uuid[])`;

const totalsSql = `
  SELECT a.fiscal_year AS "fiscalYear", l.direction,
    coalesce(sum(a.amount_cents) FILTER (WHERE a.version_id = $3), 0)::bigint AS "oldCents",
    (coalesce(sum(a.amount_cents) FILTER (WHERE a.version_id = $2), 0)
      - coalesce(sum(a.amount_cents) FILTER (WHERE a.version_id = $3), 0))::bigint AS "changeCents",
    coalesce(sum(a.amount_cents) FILTER (WHERE a.version_id = $2), 0)::bigint AS "newCents"
  FROM plan_amount a JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id
  WHERE a.tenant_id = $1 AND a.version_id IN ($2, $3) AND a.fiscal_year = ANY($4::smallint[])
  GROUP BY a.fiscal_year, l.direction ORDER BY a.fiscal_year, l.direction`;
