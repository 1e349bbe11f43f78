import type { DecideReview, DemandChanged } from '@etatlotse/contracts/demand';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import {
  demandSight,
  type DeskReview,
  missingDesks,
  openChecks,
  type ReviewerDesk,
  type ReviewState,
} from '@etatlotse/domain/demand';
import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import { tell } from '../../inbox';
import type { Transaction } from '../../platform/database/transactions';
import { type DemandGates, moveDemand } from '../demand-step';
import { type HeldDemand, holdDemand, peopleOf, recordDemandEvent, standingOf } from '../demand.repository';

interface StoredReview {
  readonly id: string;
  readonly state: ReviewState;
  readonly version: number;
}

/**
 * What one of the four desks says: its list so far, its signature (perhaps with conditions), or an objection that blocks until
 * it is lifted. With the last signature the demand is examined.
 */
export async function decideReview(
  tx: Transaction,
  place: { readonly demandId: string; readonly desk: ReviewerDesk },
  said: DecideReview,
  gates: DemandGates,
): Promise<Outcome<DemandChanged, Refusal<ProblemCode>>> {
  const { demandId, desk } = place;
  const held = await holdDemand(tx, demandId);
  if (held === null || tx.actor === null || !demandSight(tx.actor).desks.includes(desk)) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  const judged = await judge(tx, held, desk, said);
  if (!judged.ok) return judged;
  const isDecision = said.state !== 'open';
  await tx.execute(reviewSql, [
    tx.tenantId,
    judged.value.id,
    said.state,
    JSON.stringify(said.checklist),
    said.conditions,
    said.state === 'objected' ? said.objection : '',
    isDecision ? tx.personId : null,
    isDecision ? tx.now : null,
  ]);
  let answer: DemandChanged = { id: demandId, version: held.version, state: held.state };
  if (isDecision || judged.value.state !== 'open') {
    const reason = said.state === 'objected' ? said.objection : said.conditions;
    await recordDemandEvent(tx, demandId, { kind: `review_${said.state}`, reason, detail: { desk } });
    await tellDecision(tx, held, desk, said);
  }
  if ((await openDesks(tx, demandId)).length === 0) {
    const moved = await moveDemand(tx, held, { step: 'examine' }, gates);
    if (!moved.ok) return moved;
    answer = moved.value;
  }
  await tx.audit({
    action: 'demand.reviewed',
    subjectType: 'demand',
    subjectId: demandId,
    detail: { desk, state: said.state, demandState: answer.state },
  });
  return ok(answer);
}

/** Whether the desk may say that now; nobody examines a demand of their own. */
async function judge(
  tx: Transaction,
  held: HeldDemand,
  desk: ReviewerDesk,
  said: DecideReview,
): Promise<Outcome<StoredReview, Refusal<ProblemCode>>> {
  const [review] = await tx.query<StoredReview>(
    `SELECT review_id AS id, state, version FROM demand_review
     WHERE tenant_id = $1 AND demand_id = $2 AND desk = $3 AND NOT is_void`,
    [tx.tenantId, held.id, desk],
  );
  if (review === undefined || held.state !== 'determined') return refuse({ code: 'REVIEW_NOT_OPEN', params: {} });
  if (review.version !== said.version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (tx.actor === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const { isOwn, holds } = standingOf(tx.actor, held);
  if (isOwn || !holds('demand.review', true)) return refuse({ code: 'DEMAND_OWN', params: {} });
  const count = openChecks(desk, said.checklist).length;
  if (said.state === 'signed' && count > 0) return refuse({ code: 'REVIEW_CHECKS_OPEN', params: { count } });
  if (said.state === 'objected' && said.objection.trim() === '')
    return refuse({ code: 'REVIEW_OBJECTION', params: {} });
  return ok(review);
}

async function openDesks(tx: Transaction, demandId: string): Promise<ReviewerDesk[]> {
  const reviews = await tx.query<DeskReview>(
    `SELECT desk, state FROM demand_review WHERE tenant_id = $1 AND demand_id = $2 AND NOT is_void`,
    [tx.tenantId, demandId],
  );
  return missingDesks(reviews);
}

async function tellDecision(
  tx: Transaction,
  held: HeldDemand,
  desk: ReviewerDesk,
  { state, conditions, objection }: DecideReview,
): Promise<void> {
  if (state === 'open') return;
  await tell(tx, peopleOf(held), {
    kind: state === 'signed' ? 'demand.signed' : 'demand.objected',
    subjectType: 'demand',
    subjectId: held.id,
    params: { number: held.number, title: held.title, desk, reason: state === 'signed' ? conditions : objection },
  });
}

const reviewSql = `
  UPDATE demand_review SET state = $3, checklist = $4, conditions = $5, objection = $6, decided_by = $7, decided_at = $8,
    version = version + 1
  WHERE tenant_id = $1 AND review_id = $2`;
