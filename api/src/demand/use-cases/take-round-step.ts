import type { RoundChanged, TakeRoundStep } from '@etatlotse/contracts/demand';
import { ROUND_WORKFLOW } from '@etatlotse/domain/demand';
import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import { tell } from '../../inbox';
import type { Transaction } from '../../platform/database/transactions';
import { proposeDemands } from '../proposal.repository';
import { bumpRound, holdRound, type StoredRound } from '../round.repository';

type StepRefusal = Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'> | Refusal<'ROUND_STEP'> | Refusal<'ROUND_REASON'>;

/**
 * Opens, freezes, reopens or closes a round. When it opens, everything that runs on stands in it as a proposal, and everybody
 * who may report is called.
 */
export async function takeRoundStep(
  tx: Transaction,
  roundId: string,
  { step, reason = '', version }: TakeRoundStep,
): Promise<Outcome<RoundChanged, StepRefusal>> {
  const round = await holdRound(tx, roundId);
  if (round === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (round.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const { from, to, needsReason } = ROUND_WORKFLOW[step];
  if (!from.includes(round.state)) return refuse({ code: 'ROUND_STEP', params: {} });
  if (needsReason && reason.trim() === '') return refuse({ code: 'ROUND_REASON', params: {} });
  await tx.execute(
    `UPDATE planning_round SET state = $3, state_reason = $4, state_changed_at = $5 WHERE tenant_id = $1 AND round_id = $2`,
    [tx.tenantId, roundId, to, reason, tx.now],
  );
  const proposals = step === 'open' ? await proposeDemands(tx, round) : 0;
  const changed = await bumpRound(tx, round);
  await tellReporters(tx, round, step);
  await tx.audit({
    action: `planning_round.${step}`,
    subjectType: 'planning_round',
    subjectId: roundId,
    detail: { from: round.state, to, proposals },
  });
  return ok({ id: roundId, version: changed, proposals });
}

/** Heads and coordinators read that they are called, and that a round stands still. */
async function tellReporters(tx: Transaction, round: StoredRound, step: TakeRoundStep['step']): Promise<void> {
  if (step === 'close') return;
  const people = await tx.query<{ personId: string }>(reportersSql, [tx.tenantId, tx.today]);
  await tell(
    tx,
    people.map(({ personId }) => personId),
    {
      kind: `round.${step}`,
      subjectType: 'planning_round',
      subjectId: round.id,
      params: { firstYear: round.firstYear, lastYear: round.lastYear, dueOn: round.phases.submit },
    },
  );
}

const reportersSql = `
  SELECT DISTINCT a.person_id AS "personId" FROM role_assignment a
  JOIN person p ON p.tenant_id = a.tenant_id AND p.person_id = a.person_id AND p.status = 'active'
  WHERE a.tenant_id = $1 AND a.role IN ('department_head', 'coordinator') AND a.ended_at IS NULL
    AND a.valid_from <= $2::date AND (a.valid_to IS NULL OR a.valid_to >= $2::date)`;
