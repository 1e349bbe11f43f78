import type { WaitingDemand } from '@etatlotse/contracts/demand';
import type { Page } from '@etatlotse/contracts/shared';
import { type Actor, unitScope } from '@etatlotse/domain/access';
import { DEMAND_WORKFLOW, demandSight, type DemandState, type DemandStep } from '@etatlotse/domain/demand';
import { plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { encodeCursor } from '../platform/input/cursor';
import { type DemandFacts, demandFacts, demandsWithUnit, toDemandRow } from './demand-row';
import type { StoredRound } from './round.repository';

/** The step that leads on from each state in which a demand waits for a person. */
const NEXT_STEP = {
  draft: 'submit',
  submitted: 'determine',
  examined: 'deliberate',
  deliberated: 'plan',
  planned: 'adopt',
} as const satisfies Partial<Record<DemandState, DemandStep>>;

interface Waiting {
  readonly demand: DemandFacts;
  readonly handedBack: string | null;
  /** Until when their desk has to answer; null where it is not asked. */
  readonly deskDueOn: string | null;
}

/** What waits for a person, by number: the next step where they may take it, a draft of their own, an answer of their desk. */
export async function waitingFor(
  tx: Transaction,
  actor: Actor,
  round: StoredRound,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<Page<WaitingDemand>> {
  const decides = Object.entries(NEXT_STEP).filter(
    ([, step]) => DEMAND_WORKFLOW[step].permission !== 'demand.submit' && isHeld(actor, step),
  );
  const rows = await tx.query<{ facts: Waiting }>(waitingSql, [
    tx.tenantId,
    round.id,
    decides.map(([state]) => state),
    actor.personId,
    unitScope(actor, 'demand.submit') ?? [],
    unitScope(actor, 'demand.write') ?? [],
    demandSight(actor).desks,
    after,
    limit + 1,
  ]);
  const shown = rows.slice(0, limit).map(({ facts }): WaitingDemand => {
    const { demand, handedBack, deskDueOn } = facts;
    const row = toDemandRow(demand, round, plainDate(tx.today));
    if (deskDueOn === null) return { demand: row, step: NEXT_STEP[demand.state as keyof typeof NEXT_STEP], handedBack };
    return { demand: { ...row, dueOn: deskDueOn, isLate: deskDueOn < tx.today }, step: 'examine', handedBack };
  });
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor([last.demand.number]) : null;
  return { rows: shown, nextCursor };
}

/** Steps of finance are taken for the whole city. */
function isHeld(actor: Actor, step: DemandStep): boolean {
  return unitScope(actor, DEMAND_WORKFLOW[step].permission) === null;
}

/** Reviews `v` of a demand `d` that the reader's desks have not answered. */
const openReviews = `
  FROM demand_review v WHERE v.tenant_id = d.tenant_id AND v.demand_id = d.demand_id AND NOT v.is_void AND v.state = 'open'
    AND v.desk = ANY ($7::text[])`;

const waitingSql = `
  SELECT json_build_object('demand', ${demandFacts},
    'handedBack', CASE d.state WHEN 'draft' THEN (SELECT e.reason FROM demand_event e WHERE e.tenant_id = d.tenant_id
      AND e.demand_id = d.demand_id AND e.kind IN ('hand_back', 'submit') ORDER BY e.event_id DESC LIMIT 1) END,
    'deskDueOn', CASE d.state WHEN 'determined' THEN (SELECT min(v.due_on) ${openReviews}) END) AS facts ${demandsWithUnit}
  WHERE d.tenant_id = $1 AND d.round_id = $2 AND d.number > $8 AND (
    (d.state = ANY ($3::text[]) AND $4::uuid NOT IN (d.owner_id, d.created_by, coalesce(d.submitted_by, d.owner_id)))
    OR (d.state = 'draft' AND (d.unit_id = ANY ($5::uuid[]) OR (d.unit_id = ANY ($6::uuid[])
      AND ($4 IN (d.owner_id, d.created_by) OR d.source IN ('last_round', 'contract', 'line')))))
    OR (d.state = 'determined' AND $4 NOT IN (d.owner_id, d.created_by, coalesce(d.submitted_by, d.owner_id))
      AND EXISTS (SELECT ${openReviews})))
  ORDER BY d.number LIMIT $9`;
