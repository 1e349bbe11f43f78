import { Injectable } from '@nestjs/common';
import type { PlanChangeRow, PlanChanges, PlanChangesQuery } from '@etatlotse/contracts/planning';
import type { PlanChangeEffect, PlanChangeTotal, PlanSide } from '@etatlotse/contracts/planning/plain';
import {
  type FrameCode,
  PLAN_CHANGE_KINDS,
  type PlanChangeKind,
  type PlanChangeResult,
  planSteps,
  type PlanVersionState,
} from '@etatlotse/domain/budget';
import { cents, yearsOf } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { findVersion, type PlanVersionRecord } from './plan-version.repository';

const PAGE_DEFAULT = 50;

/** What changes move, put together by what may be added: one frame, one side, one plan year. */
interface GroupKey {
  readonly frame: FrameCode | null;
  readonly side: PlanSide;
  readonly fiscalYear: number;
}

interface EffectRow extends GroupKey {
  readonly changeId: string;
  readonly result: PlanChangeResult;
  readonly amountCents: number;
}

interface NowRow extends GroupKey {
  readonly amountCents: number;
}

/** The changes of a version with what each does to its frames, layered by the rule that adoption follows. */
@Injectable()
export class PlanChangeQueries {
  constructor(private readonly transactions: Transactions) {}

  async ofVersion(caller: Caller, versionId: string, query: PlanChangesQuery): Promise<PlanChanges | null> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['integer']);
    return this.transactions.run(caller, async (tx) => {
      const version = await findVersion(tx, versionId);
      if (version === null) return null;
      const { effects, totals } = await layered(tx, version);
      const [counts] = await tx.query<{ count: number; openCount: number }>(countSql, [tx.tenantId, versionId]);
      const rows = await tx.query<{ change: Omit<PlanChangeRow, 'effects'> }>(rowsSql, [
        tx.tenantId,
        versionId,
        after?.[0] ?? null,
        limit + 1,
      ]);
      const shown = rows.slice(0, limit).map(({ change }) => ({ ...change, effects: effects.get(change.id) ?? [] }));
      const last = shown.at(-1);
      return {
        versionId,
        count: counts?.count ?? 0,
        openCount: counts?.openCount ?? 0,
        kinds: kindsIn(version.state),
        totals,
        rows: shown,
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.number]) : null,
      };
    });
  }
}

/** Kinds that may be brought in now: a draft is only shifted, an introduced version meets all of them. */
function kindsIn(state: PlanVersionState): readonly PlanChangeKind[] {
  if (state === 'draft') return ['neutral_shift'];
  return state === 'introduced' ? PLAN_CHANGE_KINDS : [];
}

async function layered(
  tx: Transaction,
  version: PlanVersionRecord,
): Promise<{ readonly effects: ReadonlyMap<string, PlanChangeEffect[]>; readonly totals: readonly PlanChangeTotal[] }> {
  const params = [tx.tenantId, version.versionId, yearsOf(version.plan)];
  const moved = await tx.query<EffectRow>(effectsSql, params);
  const now = await tx.query<NowRow>(nowSql, params);
  const effects = new Map<string, PlanChangeEffect[]>();
  const groups = new Map<string, EffectRow[]>();
  for (const row of moved) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  const totals = [...new Map([...now, ...moved].map((row) => [keyOf(row), row])).values()].map((group) => {
    const steps = groups.get(keyOf(group)) ?? [];
    const nowCents = now.find((row) => keyOf(row) === keyOf(group))?.amountCents ?? 0;
    const layers = steps.map(({ result, amountCents }) => ({ result, amountCents: cents(amountCents) }));
    // The amounts hold every accepted change already, so the base is what is left without them.
    const acceptedCents = planSteps(cents(0), layers).adoptedCents;
    const { runningCents, adoptedCents, openCents } = planSteps(cents(nowCents - acceptedCents), layers);
    for (const [at, { changeId, frame, side, fiscalYear, amountCents }] of steps.entries()) {
      const effect = { frame, side, fiscalYear, amountCents, runningCents: runningCents[at] ?? adoptedCents };
      effects.set(changeId, [...(effects.get(changeId) ?? []), effect]);
    }
    const { frame, side, fiscalYear } = group;
    const baseCents = cents(nowCents - acceptedCents);
    return { frame, side, fiscalYear, baseCents, acceptedCents, openCents, adoptedCents };
  });
  return { effects, totals: totals.sort(byPlace) };
}

const keyOf = ({ frame, side, fiscalYear }: GroupKey): string => `${frame} ${side} ${fiscalYear}`;

/** What is needed before what comes in, the frames in their order, what is outside all of them last. */
function byPlace(a: PlanChangeTotal, b: PlanChangeTotal): number {
  const rank = ({ side, frame }: PlanChangeTotal): string => `${side === 'spending' ? 0 : 1}${frame ?? '~'}`;
  return rank(a) === rank(b) ? a.fiscalYear - b.fiscalYear : rank(a) < rank(b) ? -1 : 1;
}

const group = (amount: string): string => `
  l.frame, CASE WHEN l.direction IN ('expense', 'payment') THEN 'spending' ELSE 'income' END AS side,
  ${amount}.fiscal_year AS "fiscalYear"`;

const effectsSql = `
  SELECT c.change_id AS "changeId", c.result, ${group('a')}, sum(a.amount_cents)::bigint AS "amountCents"
  FROM plan_change c JOIN plan_change_amount a ON a.tenant_id = c.tenant_id AND a.change_id = c.change_id
  JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id AND l.direction <> 'internal'
  WHERE c.tenant_id = $1 AND c.version_id = $2 AND a.fiscal_year = ANY($3::smallint[])
  GROUP BY c.number, c.change_id, c.result, l.frame, 4, a.fiscal_year ORDER BY c.number, a.fiscal_year, l.frame`;

const nowSql = `
  SELECT ${group('a')}, sum(a.amount_cents)::bigint AS "amountCents"
  FROM plan_amount a JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id AND l.direction <> 'internal'
  WHERE a.tenant_id = $1 AND a.version_id = $2 AND a.fiscal_year = ANY($3::smallint[])
  GROUP BY l.frame, 2, a.fiscal_year`;

const countSql = `
  SELECT count(*)::integer AS count, count(*) FILTER (WHERE result = 'open')::integer AS "openCount" FROM plan_change
  WHERE tenant_id = $1 AND version_id = $2`;

const rowsSql = `
  SELECT json_build_object('id', c.change_id, 'number', c.number, 'kind', c.kind, 'code', c.code, 'origin', c.origin,
    'title', c.title, 'reason', c.reason, 'result', c.result, 'committee', c.committee, 'decidedOn', c.decided_on,
    'broughtBy', p.display_name, 'broughtAt', c.brought_at, 'version', c.version,
    'amounts', (SELECT coalesce(json_agg(json_build_object('lineId', a.line_id, 'lineNumber', l.number,
        'lineName', l.name, 'fiscalYear', a.fiscal_year, 'amountCents', a.amount_cents)
        ORDER BY a.fiscal_year, l.number), '[]')
      FROM plan_change_amount a JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id
      WHERE a.tenant_id = c.tenant_id AND a.change_id = c.change_id)) AS change
  FROM plan_change c LEFT JOIN person p ON p.tenant_id = c.tenant_id AND p.person_id = c.brought_by
  WHERE c.tenant_id = $1 AND c.version_id = $2 AND ($3::bigint IS NULL OR c.number > $3)
  ORDER BY c.number LIMIT $4`;
