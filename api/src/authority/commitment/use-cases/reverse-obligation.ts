import type { ReverseObligation } from '@etatlotse/contracts/authority';
import { may } from '@etatlotse/domain/access';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../../platform/database/transactions';
import { findObligation, holdObligation, insertObligation, lockAuthority } from '../commitment.repository';

type ReverseRefusal = Refusal<'NOT_FOUND'> | Refusal<'OBLIGATION_REVERSED'>;

/** Takes an obligation back by a counter record of the opposite amounts; both stay in the register. */
export async function reverseObligation(
  tx: Transaction,
  obligationId: string,
  { reason }: ReverseObligation,
): Promise<Outcome<{ readonly id: string }, ReverseRefusal>> {
  await holdObligation(tx, obligationId);
  const obligation = await findObligation(tx, obligationId);
  if (obligation === null || tx.actor === null || !may(tx.actor, 'budget.order', { unitId: obligation.unitId })) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (obligation.isReversal || obligation.isReversed) return refuse({ code: 'OBLIGATION_REVERSED', params: {} });
  if (obligation.authorityId !== null) await lockAuthority(tx, obligation.authorityId);
  const id = await insertObligation(tx, {
    lineId: obligation.lineId,
    ...(obligation.authorityId === null ? {} : { authorityId: obligation.authorityId }),
    reference: obligation.reference,
    partner: obligation.partner,
    subject: obligation.subject,
    signedOn: tx.today,
    amounts: obligation.amounts.map(({ fiscalYear, amountCents }) => ({ fiscalYear, amountCents: -amountCents })),
    reason,
    reversesId: obligationId,
  });
  await tx.audit({
    action: 'obligation.reversed',
    subjectType: 'budget_line',
    subjectId: obligation.lineId,
    detail: { obligationId, counterId: id },
  });
  return ok({ id });
}
