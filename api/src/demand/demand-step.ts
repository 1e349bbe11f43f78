import { Injectable } from '@nestjs/common';
import type { TakeDemandStep } from '@etatlotse/contracts/demand';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { REVIEWER_DESKS } from '@etatlotse/domain/access';
import {
  decideDemandStep,
  DEMAND_WORKFLOW,
  demandGaps,
  type DemandRequirement,
  type DemandState,
  type DemandStep,
  type DeskReview,
  missingDesks,
} from '@etatlotse/domain/demand';
import { compareDates, ok, type Outcome, plainDate, type Refusal, refuse } from '@etatlotse/domain/shared';
import { tell } from '../inbox';
import type { Transaction } from '../platform/database/transactions';
import { readDemand, type StoredDemand } from './demand-read.repository';
import { bumpDemand, type HeldDemand, peopleOf, recordDemandEvent, standingOf } from './demand.repository';
import { readRound, type StoredRound } from './round.repository';

type AnyRefusal = Refusal<ProblemCode>;

/** What a person says with a step. */
export type StepWords = Omit<TakeDemandStep, 'version'>;

/**
 * Shows that a requirement of a step is met which another feature knows about (cover, staff, resolution); refuses with what
 * is missing. Runs in the transaction of the step.
 */
export interface DemandGate {
  readonly proves: readonly DemandRequirement[];
  check(tx: Transaction, demand: StoredDemand, words: StepWords): Promise<Outcome<null, AnyRefusal>>;
}

/** The seam for features that judge a step: registered at start, asked by every step that needs them. */
@Injectable()
export class DemandGates {
  private readonly gates: DemandGate[] = [];

  register(gate: DemandGate): void {
    this.gates.push(gate);
  }

  of(step: DemandStep): readonly DemandGate[] {
    const { requires } = DEMAND_WORKFLOW[step];
    return this.gates.filter(({ proves }) => proves.some((requirement) => requires.includes(requirement)));
  }
}

/** The sentence for each requirement that is not met. */
const REFUSAL_OF: Readonly<Record<DemandRequirement, ProblemCode>> = {
  reason: 'DEMAND_REASON',
  round_open: 'ROUND_NOT_OPEN',
  in_time: 'DEMAND_DEADLINE',
  complete: 'DEMAND_INCOMPLETE',
  frame: 'DEMAND_FRAME',
  four_desks: 'DEMAND_DESKS',
  deliberation: 'DEMAND_DELIBERATION',
  cover: 'DEMAND_COVER',
  fte: 'DEMAND_COVER',
  resolution: 'DEMAND_RESOLUTION',
};

/** One step of a held demand: asks the table and the gates, writes the state, the history and the messages. */
export async function moveDemand(
  tx: Transaction,
  held: HeldDemand,
  words: StepWords,
  gates: DemandGates,
): Promise<Outcome<{ readonly id: string; readonly version: number; readonly state: DemandState }, AnyRefusal>> {
  const { step, reason = '' } = words;
  const [demand, round] = [await readDemand(tx, held.id), await readRound(tx, held.roundId)];
  if (tx.actor === null || demand === null || round === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (round.state === 'closed') return refuse({ code: 'ROUND_CLOSED', params: {} });
  const proved = gates.of(step).flatMap(({ proves }) => proves);
  const unmet = new Set(
    [...(await unmetRequirements(tx, { demand, round }, words))].filter((one) => !proved.includes(one)),
  );
  const decided = decideDemandStep(step, { state: held.state, ...standingOf(tx.actor, held), unmet });
  if (!decided.ok) return refuse(spelledOut(decided.refusal, demand, round));
  for (const gate of gates.of(step)) {
    const judged = await gate.check(tx, demand, words);
    if (!judged.ok) return judged;
  }
  await tx.execute(stateSql, [
    tx.tenantId,
    held.id,
    decided.value,
    tx.now,
    step,
    tx.personId,
    words.deliberatedOn ?? null,
    words.deliberation ?? '',
  ]);
  if (step === 'determine') await openReviews(tx, held.id, round);
  if (step === 'hand_back' || step === 'reconsider') await voidReviews(tx, held.id);
  const version = await bumpDemand(tx, held);
  const detail = step === 'deliberate' ? { deliberatedOn: words.deliberatedOn } : {};
  await recordDemandEvent(tx, held.id, { kind: step, from: held.state, to: decided.value, reason, detail });
  await tellPeople(tx, { held, demand, step, to: decided.value, reason });
  return ok({ id: held.id, version, state: decided.value });
}

/** What the step refuses with, in words that say what is missing. */
function spelledOut(
  refusal: Refusal<'DEMAND_STEP' | 'DEMAND_STEP_FORBIDDEN' | 'DEMAND_OWN' | 'DEMAND_REQUIREMENT'>,
  demand: StoredDemand,
  round: StoredRound,
): AnyRefusal {
  if (refusal.code !== 'DEMAND_REQUIREMENT') return { code: refusal.code, params: refusal.params };
  const { missing } = refusal.params as { readonly missing: readonly DemandRequirement[] };
  const [first = 'reason'] = missing;
  return {
    code: REFUSAL_OF[first],
    params: { missing, gaps: demandGaps(demand), deadline: round.phases.submit },
  };
}

/** Which of all requirements are not met now. What nobody has to meet for this step is not looked at by the table. */
export async function unmetRequirements(
  tx: Transaction,
  { demand, round }: { readonly demand: StoredDemand; readonly round: StoredRound },
  words: Pick<StepWords, 'reason' | 'deliberatedOn' | 'deliberation'>,
): Promise<Set<DemandRequirement>> {
  const reviews = await tx.query<DeskReview>(
    `SELECT desk, state FROM demand_review WHERE tenant_id = $1 AND demand_id = $2 AND NOT is_void`,
    [tx.tenantId, demand.id],
  );
  const hasReason = (words.reason ?? '').trim() !== '';
  const { deliberatedOn, deliberation = '' } = words;
  const isDeliberated = deliberatedOn !== undefined && deliberatedOn <= tx.today && deliberation.trim() !== '';
  const isInTime = compareDates(plainDate(tx.today), round.phases.submit) <= 0;
  const met: Readonly<Record<DemandRequirement, boolean>> = {
    reason: hasReason,
    round_open: round.state === 'open',
    in_time: isInTime || hasReason,
    complete: demandGaps(demand).length === 0,
    frame: demand.frame !== null,
    four_desks: missingDesks(reviews).length === 0,
    deliberation: isDeliberated,
    cover: false,
    fte: false,
    resolution: false,
  };
  return new Set((Object.keys(met) as DemandRequirement[]).filter((requirement) => !met[requirement]));
}

/** Each of the four desks gets its sheet; an earlier one of the same demand no longer counts. */
async function openReviews(tx: Transaction, demandId: string, round: StoredRound): Promise<void> {
  await voidReviews(tx, demandId);
  const soonest = tx.today > round.phases.examine ? tx.today : round.phases.examine;
  await tx.execute(
    `INSERT INTO demand_review (tenant_id, review_id, demand_id, desk, due_on, opened_at)
     SELECT $1, r.id, $2, r.desk, $4, $5 FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, desk text)`,
    [tx.tenantId, demandId, JSON.stringify(REVIEWER_DESKS.map((desk) => ({ id: tx.nextId(), desk }))), soonest, tx.now],
  );
}

async function voidReviews(tx: Transaction, demandId: string): Promise<void> {
  await tx.execute(
    `UPDATE demand_review SET is_void = true, version = version + 1
     WHERE tenant_id = $1 AND demand_id = $2 AND NOT is_void`,
    [tx.tenantId, demandId],
  );
}

interface Told {
  readonly held: HeldDemand;
  readonly demand: StoredDemand;
  readonly step: DemandStep;
  readonly to: DemandState;
  readonly reason: string;
}

/** Whoever the demand belongs to reads what became of it; the desks read that something lies before them. */
async function tellPeople(tx: Transaction, { held, demand, step, to, reason }: Told): Promise<void> {
  const params = { number: demand.number, title: demand.title, step, state: to, reason };
  const about = { subjectType: 'demand', subjectId: held.id, params } as const;
  const applicants = peopleOf(held).filter((personId) => personId !== tx.actor?.personId);
  await tell(tx, applicants, { ...about, kind: 'demand.step' });
  if (step !== 'determine') return;
  const desks = await tx.query<{ personId: string }>(deskPeopleSql, [tx.tenantId, tx.today]);
  await tell(
    tx,
    desks.map(({ personId }) => personId),
    { ...about, kind: 'demand.review_due' },
  );
}

const stateSql = `
  UPDATE demand SET state = $3, state_changed_at = $4,
    submitted_by = CASE $5 WHEN 'submit' THEN $6::uuid ELSE submitted_by END,
    submitted_at = CASE $5 WHEN 'submit' THEN $4 ELSE submitted_at END,
    deliberated_on = CASE $5 WHEN 'deliberate' THEN $7::date ELSE deliberated_on END,
    deliberation = CASE $5 WHEN 'deliberate' THEN $8 ELSE deliberation END
  WHERE tenant_id = $1 AND demand_id = $2`;

const deskPeopleSql = `
  SELECT DISTINCT a.person_id AS "personId" FROM role_assignment a
  JOIN person p ON p.tenant_id = a.tenant_id AND p.person_id = a.person_id AND p.status = 'active'
  WHERE a.tenant_id = $1 AND a.role = 'reviewer' AND a.ended_at IS NULL AND a.valid_from <= $2::date
    AND (a.valid_to IS NULL OR a.valid_to >= $2::date)`;
