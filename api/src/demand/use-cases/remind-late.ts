import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { remindLate } from '../reminder.repository';
import { readRound } from '../round.repository';

/** Reminds everybody for whom a demand of the round waits too long; each of them once a day. */
export async function remindLateOfRound(
  tx: Transaction,
  roundId: string,
): Promise<Outcome<{ readonly told: number }, Refusal<'NOT_FOUND'>>> {
  const round = await readRound(tx, roundId);
  if (round === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const told = await remindLate(tx, round);
  await tx.audit({
    action: 'planning_round.reminded',
    subjectType: 'planning_round',
    subjectId: roundId,
    detail: { told },
  });
  return ok({ told });
}
