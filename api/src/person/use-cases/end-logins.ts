import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import { endAllSessions } from '../../access';
import type { Transaction } from '../../platform/database/transactions';
import { findPerson } from '../person.repository';

/** Ends every login of somebody, for instance when a device was lost. */
export async function endLogins(
  tx: Transaction,
  personId: string,
): Promise<Outcome<{ ended: number }, Refusal<ProblemCode>>> {
  if ((await findPerson(tx, personId)) === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const ended = await endAllSessions(tx, personId);
  await tx.audit({ action: 'person.logins_ended', subjectType: 'person', subjectId: personId, detail: { ended } });
  return ok({ ended });
}
