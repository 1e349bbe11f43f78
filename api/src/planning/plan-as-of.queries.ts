import { Injectable } from '@nestjs/common';
import type { PlanAsOf } from '@etatlotse/contracts/planning';
import { PLAN_VERSION_STEPS, type PlanVersionState, type PlanVersionStep } from '@etatlotse/domain/budget';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';

type StoredAsOf = Omit<PlanAsOf, 'day' | 'isKnown' | 'state'> & {
  readonly isCreated: boolean;
  readonly lastStep: PlanVersionStep | null;
  readonly hasSteps: boolean;
  readonly stateNow: PlanVersionState;
};

/** What a version said at the end of a day: the recorded clock. */
@Injectable()
export class PlanAsOfQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null when there is no such version. */
  async ofVersion(caller: Caller, versionId: string, day: string): Promise<PlanAsOf | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ answer: StoredAsOf }>(asOfSql, [tx.tenantId, versionId, day]),
    );
    if (row === undefined) return null;
    const { isCreated, lastStep, hasSteps, stateNow, ...answer } = row.answer;
    const isKnown = isCreated && day >= answer.knownFrom;
    return { day, ...answer, isKnown, state: isCreated ? stateThen(lastStep, hasSteps, stateNow) : null };
  }
}

/** A version without steps that is not a draft was brought in as it is (import, sample); nobody recorded its way. */
function stateThen(
  lastStep: PlanVersionStep | null,
  hasSteps: boolean,
  stateNow: PlanVersionState,
): PlanVersionState | null {
  if (lastStep !== null) return PLAN_VERSION_STEPS[lastStep].to;
  return hasSteps || stateNow === 'draft' ? 'draft' : null;
}

const asOfSql = `
  WITH amounts AS (SELECT * FROM app.plan_amounts_as_of($1, $2, $3::date))
  SELECT json_build_object('isCreated', v.created_at < $3::date + 1, 'stateNow', v.state,
    'knownFrom', coalesce((SELECT min(c.changed_at) FROM plan_amount_change c
      WHERE c.tenant_id = $1 AND c.version_id = $2 AND c.is_taken_over), v.created_at)::date,
    'hasSteps', EXISTS (SELECT FROM plan_version_step s WHERE s.tenant_id = $1 AND s.version_id = $2),
    'lastStep', (SELECT s.step FROM plan_version_step s
      WHERE s.tenant_id = $1 AND s.version_id = $2 AND s.taken_at < $3::date + 1 ORDER BY s.version DESC LIMIT 1),
    'lines', (SELECT count(DISTINCT a.line_id) FROM amounts a),
    'totals', (SELECT coalesce(json_agg(json_build_object('fiscalYear', t.fiscal_year, 'direction', t.direction,
        'lines', t.lines, 'amountCents', t.amount_cents) ORDER BY t.fiscal_year, t.direction), '[]')
      FROM (SELECT a.fiscal_year, l.direction, count(*) AS lines, sum(a.amount_cents)::bigint AS amount_cents
            FROM amounts a JOIN budget_line l ON l.tenant_id = $1 AND l.line_id = a.line_id
            GROUP BY a.fiscal_year, l.direction) t)) AS answer
  FROM plan_version v WHERE v.tenant_id = $1 AND v.version_id = $2`;
