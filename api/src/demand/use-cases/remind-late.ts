import { phasesEndingSoon, phasesOver, type RoundPhase } from '@etatlotse/domain/demand';
import { ok, type Outcome, plainDate, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { remind } from '../reminder.repository';
import { readRound } from '../round.repository';

/** Reminds everybody for whom a demand of the round waits too long; each of them once a day. */
export async function remindLateOfRound(
  tx: Transaction,
  roundId: string,
): Promise<Outcome<{ readonly told: number }, Refusal<'NOT_FOUND'>>> {
  const round = await readRound(tx, roundId);
  if (round === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const told = await remind(tx, round, {
    kind: 'round.late',
    phases: phasesOver(round.phases, plainDate(tx.today)),
    keyOf: (phase) => `late:${round.id}:${phase}:${tx.today}`,
  });
  await tx.audit({
    action: 'planning_round.reminded',
    subjectType: 'planning_round',
    subjectId: roundId,
    detail: { told },
  });
  return ok({ told });
}

/**
 * What the night reminds of: a phase that ends within a week, and one that has passed. Each person once for each deadline; a
 * deadline that was moved is a new one. Running it again tells nobody twice.
 */
export async function remindOfDeadlines(
  tx: Transaction,
  roundId: string,
): Promise<Outcome<{ readonly told: number }, Refusal<'NOT_FOUND'>>> {
  const round = await readRound(tx, roundId);
  if (round === null || round.state !== 'open') return refuse({ code: 'NOT_FOUND', params: {} });
  const today = plainDate(tx.today);
  const once = (kind: string) => (phase: RoundPhase) => `${kind}:${round.id}:${phase}:${round.phases[phase]}`;
  const near = { kind: 'round.near', phases: phasesEndingSoon(round.phases, today), keyOf: once('near') } as const;
  const late = { kind: 'round.late', phases: phasesOver(round.phases, today), keyOf: once('over') } as const;
  const told = (await remind(tx, round, near)) + (await remind(tx, round, late));
  if (told > 0) {
    await tx.audit({
      action: 'planning_round.reminded',
      subjectType: 'planning_round',
      subjectId: roundId,
      detail: { told, by: 'schedule' },
    });
  }
  return ok({ told });
}
