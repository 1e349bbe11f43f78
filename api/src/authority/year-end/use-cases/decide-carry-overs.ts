import type { CarryOversDecided, DecideCarryOvers } from '@etatlotse/contracts/authority';
import { type CarryOverDecision, decideCarryOver } from '@etatlotse/domain/authority';
import { type LineBalance, type MovementDraft, withMovements } from '@etatlotse/domain/budget';
import {
  type Cents,
  cents,
  negateCents,
  ok,
  type Outcome,
  type Refusal,
  refuse,
  sumCents,
  ZERO_CENTS,
} from '@etatlotse/domain/shared';
import { holdOpenOrders, lockBalances, moveOrders, writeMovements } from '../../../budget';
import type { Transaction } from '../../../platform/database/transactions';
import { refuseClosedYear, type YearRefusal } from '../../open-year';
import {
  type ApprovedPart,
  approveParts,
  findCarryOvers,
  holdCarryOvers,
  refuseProposals,
  type StoredCarryOver,
} from '../carry-over.repository';
import { carryOverMovements, type CarriedLine } from '../carry-over-movements';
import { leavingOfPools, readYearEndLines, type YearEndFacts } from '../year-end-line.repository';
import { numbered, type NumberedRefusal } from './propose-carry-overs';

type DecideRefusal =
  | NumberedRefusal
  | YearRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'FOUR_EYES'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'CARRY_OVER_DECIDED'>;

/** Hundreds of lines with their orders at once. */
const DECISION_LIMIT_MS = 60_000;

/**
 * Decides on proposals of others, all or none (R10). Approved, the rest leaves the old year and stands in the new one, and
 * the open orders of the line go along (T10c); what is carried over is judged by the figures of this moment.
 */
export async function decideCarryOvers(
  tx: Transaction,
  request: DecideCarryOvers,
): Promise<Outcome<CarryOversDecided, DecideRefusal>> {
  const ids = [...new Set(request.proposals.map(({ id }) => id))];
  const found = await findCarryOvers(tx, ids);
  const [first] = found;
  if (first === undefined || found.length !== ids.length) return refuse({ code: 'NOT_FOUND', params: {} });
  // A batch is about the end of one year; proposals of another one are not looked at together.
  if (found.some(({ fromYear }) => fromYear !== first.fromYear)) return refuse({ code: 'NOT_FOUND', params: {} });
  const isApproval = request.decision === 'approve';
  if (isApproval) {
    for (const year of [first.fromYear, first.toYear]) {
      const closed = await refuseClosedYear(tx, year);
      if (closed !== null) return refuse(closed);
    }
    await tx.limitStatementsTo(DECISION_LIMIT_MS);
    await lockBalances(
      tx,
      found.flatMap(({ lineId, fromYear, toYear }) => [
        { lineId, fiscalYear: fromYear },
        { lineId, fiscalYear: toYear },
      ]),
    );
  }
  const proposals = await holdCarryOvers(tx, ids);
  const unfit = whyNot(tx, proposals, request);
  if (unfit !== null) return refuse(unfit);
  const note = request.note ?? '';
  if (isApproval) return approve(tx, proposals, note);
  await refuseProposals(tx, proposals, note);
  await audit(tx, 'carry_over.refused', proposals, 0);
  return ok({ decided: proposals.length, amountCents: 0, movedOrders: 0, movedCommitmentCents: 0 });
}

function whyNot(
  tx: Transaction,
  proposals: readonly StoredCarryOver[],
  request: DecideCarryOvers,
): DecideRefusal | null {
  if (proposals.some(({ state }) => state !== 'proposed')) return { code: 'CARRY_OVER_DECIDED', params: {} };
  if (proposals.some(({ proposedBy }) => proposedBy === tx.personId)) return { code: 'FOUR_EYES', params: {} };
  const seen = new Map(request.proposals.map(({ id, version }) => [id, version]));
  return proposals.some(({ id, version }) => seen.get(id) !== version) ? { code: 'VERSION_STALE', params: {} } : null;
}

async function approve(
  tx: Transaction,
  proposals: readonly StoredCarryOver[],
  note: string,
): Promise<Outcome<CarryOversDecided, DecideRefusal>> {
  const fromYear = proposals[0]?.fromYear ?? 0;
  const lineIds = proposals.map(({ lineId }) => lineId);
  const judged = judge(proposals, await readYearEndLines(tx, fromYear, lineIds));
  if (!judged.ok) return judged;
  const orders = await holdOpenOrders(tx, fromYear, lineIds);
  const isPlanInForce = await hasPlanInForce(tx, fromYear + 1);
  const parts: ApprovedPart[] = [];
  const lines: CarriedLine[] = [];
  for (const { proposal, decision } of judged.value) {
    const own = decision.parts.map((part, at) => ({
      ...part,
      id: at === 0 ? proposal.id : tx.nextId(),
      proposal,
      movedCommitmentCents: at === 0 ? decision.movedCommitmentCents : 0,
    }));
    parts.push(...own);
    lines.push({
      proposal,
      parts: own,
      movedCommitmentCents: decision.movedCommitmentCents,
      orders: orders.filter(({ lineId }) => lineId === proposal.lineId),
      isPlanInForce,
    });
  }
  const movements = lines.flatMap((line) => carryOverMovements(line, tx.today));
  const written = movements.length === 0 ? [] : await writeMovements(tx, movements);
  if (written.length !== movements.length) return refuse({ code: 'YEAR_CLOSED', params: { fiscalYear: fromYear } });
  const orderIds = orders.map(({ orderId }) => orderId);
  await moveOrders(tx, orderIds, fromYear + 1);
  await approveParts(tx, parts, note);
  const amountCents = sumCents(parts.map((part) => part.amountCents));
  await audit(tx, 'carry_over.approved', proposals, amountCents);
  return ok({
    decided: proposals.length,
    amountCents,
    movedOrders: orderIds.length,
    movedCommitmentCents: lines.reduce((sum, line) => sum + line.movedCommitmentCents, 0),
  });
}

async function hasPlanInForce(tx: Transaction, fiscalYear: number): Promise<boolean> {
  const plans = await tx.query(
    `SELECT FROM plan_version WHERE tenant_id = $1 AND state = 'in_force' AND $2 BETWEEN first_year AND last_year LIMIT 1`,
    [tx.tenantId, fiscalYear],
  );
  return plans.length > 0;
}

interface Judged {
  readonly proposal: StoredCarryOver;
  readonly decision: CarryOverDecision;
}

/** One after the other, so that two lines of a pool cannot carry the same money over. */
function judge(
  proposals: readonly StoredCarryOver[],
  facts: readonly YearEndFacts[],
): Outcome<readonly Judged[], DecideRefusal> {
  const byLine = new Map(facts.map((one) => [one.lineId, one]));
  const pools = new Map<string, LineBalance>();
  const leaving = leavingOfPools(facts);
  const judged: Judged[] = [];
  for (const proposal of proposals) {
    const known = byLine.get(proposal.lineId);
    if (known === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
    const { poolId, line, number } = known;
    const poolBalance = poolId === null ? undefined : (pools.get(poolId) ?? line.poolBalance);
    const decided = decideCarryOver(
      {
        ...line,
        ...(poolBalance === undefined ? {} : { poolBalance, leavingCommitmentCents: leavingOf(leaving, poolId) }),
      },
      { ...proposal, amountCents: cents(proposal.amountCents) },
    );
    if (!decided.ok) return refuse(numbered(decided.refusal, number));
    if (poolId !== null && poolBalance !== undefined) {
      pools.set(poolId, withMovements(poolBalance, leavingTheYear(decided.value)));
      leaving.set(poolId, cents(leavingOf(leaving, poolId) - decided.value.movedCommitmentCents));
    }
    judged.push({ proposal, decision: decided.value });
  }
  return ok(judged);
}

const leavingOf = (leaving: ReadonlyMap<string, Cents>, poolId: string | null): Cents =>
  (poolId === null ? undefined : leaving.get(poolId)) ?? ZERO_CENTS;

function leavingTheYear({ parts, movedCommitmentCents }: CarryOverDecision): MovementDraft[] {
  const amountCents = sumCents(parts.map((part) => part.amountCents));
  return [
    { kind: 'carry_over', amountCents: negateCents(amountCents) },
    { kind: 'commitment', amountCents: negateCents(movedCommitmentCents) },
  ];
}

function audit(
  tx: Transaction,
  action: 'carry_over.approved' | 'carry_over.refused',
  proposals: readonly StoredCarryOver[],
  amountCents: number,
): Promise<void> {
  const fiscalYear = proposals[0]?.fromYear ?? 0;
  return tx.audit({
    action,
    subjectType: 'fiscal_year',
    subjectId: String(fiscalYear),
    detail: { fiscalYear, lines: proposals.length, amountCents, carryOverIds: proposals.map(({ id }) => id) },
  });
}
