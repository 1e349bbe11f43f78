import type { CarryOversProposed, ProposeCarryOvers } from '@etatlotse/contracts/authority';
import { may } from '@etatlotse/domain/access';
import { type CarryOverRefusal, decideCarryOver } from '@etatlotse/domain/authority';
import { cents, ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../../platform/database/transactions';
import { refuseClosedYear, type YearRefusal } from '../../open-year';
import { storeProposals } from '../carry-over.repository';
import { leavingOfPools, readYearEndLines } from '../year-end-line.repository';

/** A refusal of the rules says which line it is about. */
export type NumberedRefusal = CarryOverRefusal extends infer One
  ? One extends Refusal<infer Code, infer Params>
    ? Refusal<Code, Params & { readonly number: string }>
    : never
  : never;

type ProposeRefusal = NumberedRefusal | YearRefusal | Refusal<'NOT_FOUND'> | Refusal<'CARRY_OVER_TWICE'>;

/**
 * Asks for authority to be carried over (R10): a head for the lines of the own department, finance for any. All proposals
 * of a batch are stored or none; nothing is booked before a second person has decided.
 */
export async function proposeCarryOvers(
  tx: Transaction,
  { fromYear, proposals }: ProposeCarryOvers,
): Promise<Outcome<CarryOversProposed, ProposeRefusal>> {
  if (proposals.length === 0) return ok({ proposed: 0, uncovered: [] });
  const closed = await refuseClosedYear(tx, fromYear);
  const lineIds = [...new Set(proposals.map(({ lineId }) => lineId))];
  const lines = new Map((await readYearEndLines(tx, fromYear, lineIds)).map((facts) => [facts.lineId, facts]));
  const { actor } = tx;
  const isKnown = lineIds.every((lineId) => {
    const facts = lines.get(lineId);
    return facts !== undefined && actor !== null && may(actor, 'carry_over.propose', { unitId: facts.unitId });
  });
  if (!isKnown) return refuse({ code: 'NOT_FOUND', params: {} });
  if (closed !== null) return refuse(closed);
  if (lineIds.length !== proposals.length) return refuse({ code: 'CARRY_OVER_TWICE', params: {} });
  const leaving = leavingOfPools([...lines.values()]);
  const uncovered: { lineId: string; uncoveredCents: number }[] = [];
  for (const proposal of proposals) {
    const facts = lines.get(proposal.lineId);
    if (facts === undefined) continue;
    const leavingCommitmentCents = facts.poolId === null ? undefined : leaving.get(facts.poolId);
    const line = { ...facts.line, ...(leavingCommitmentCents === undefined ? {} : { leavingCommitmentCents }) };
    const decided = decideCarryOver(line, { ...proposal, amountCents: cents(proposal.amountCents) });
    if (!decided.ok) return refuse(numbered(decided.refusal, facts.number));
    const { uncoveredCents } = decided.value;
    if (uncoveredCents > 0) uncovered.push({ lineId: proposal.lineId, uncoveredCents });
  }
  await storeProposals(tx, fromYear, proposals);
  await tx.audit({
    action: 'carry_over.proposed',
    subjectType: 'fiscal_year',
    subjectId: String(fromYear),
    detail: {
      fiscalYear: fromYear,
      lines: proposals.length,
      amountCents: proposals.reduce((sum, { amountCents }) => sum + amountCents, 0),
    },
  });
  return ok({ proposed: proposals.length, uncovered });
}

export function numbered(refusal: CarryOverRefusal, number: string): NumberedRefusal {
  return { code: refusal.code, params: { ...refusal.params, number } } as NumberedRefusal;
}
