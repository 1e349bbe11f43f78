import type { IssuedLink } from '@etatlotse/contracts/person/plain';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import { issueLink } from '../../access';
import type { Approvals } from '../../approval';
import type { Transaction } from '../../platform/database/transactions';
import { findPerson, hadSecondPerson, isDecider, lockPeople } from '../person.repository';

export const PASSWORD_RESET_ACTION = 'password.reset';

type Refused = Refusal<ProblemCode>;
type Issued = IssuedLink & Readonly<Record<string, unknown>>;

/**
 * Hands out an invitation, or a link to a new password. For somebody who decides on requests it takes two people first:
 * with that person's login an administrator could be their own second pair of eyes. Once agreed, whoever asked has two
 * hours to fetch one link.
 */
export async function requestLink(
  tx: Transaction,
  approvals: Approvals,
  personId: string,
): Promise<Outcome<Issued, Refused>> {
  await lockPeople(tx);
  const person = await findPerson(tx, personId);
  if (person === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const takesTwo = person.status === 'active' && (await isDecider(tx, personId)) && (await hadSecondPerson(tx));
  if (!takesTwo || (await isReleased(tx, personId))) {
    const issued = await issueLink(tx, personId);
    return issued.ok ? ok({ link: issued.value, approvalId: null }) : issued;
  }
  const asked = await approvals.request(tx, {
    action: PASSWORD_RESET_ACTION,
    subjectType: 'person',
    subjectId: personId,
    request: {},
    reason: '',
  });
  return asked.ok ? ok({ link: null, approvalId: asked.value.approvalId }) : asked;
}

/** The second person has agreed. Nothing happens yet: the secret is shown to whoever fetches the link, and stored nowhere. */
export async function releaseReset(
  tx: Transaction,
  { subjectId }: { readonly subjectId: string },
): Promise<Outcome<Record<string, never>, Refused>> {
  const person = await findPerson(tx, subjectId);
  if (person?.status !== 'active') return refuse({ code: 'PERSON_DISABLED', params: {} });
  return ok({});
}

/** Agreed to within the last two hours on the caller's own request, and no link fetched since. */
async function isReleased(tx: Transaction, personId: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM approval a
     WHERE a.tenant_id = $1 AND a.action = $2 AND a.subject_type = 'person' AND a.subject_id = $3::text
       AND a.state = 'approved' AND a.requested_by = $4 AND a.decided_at > $5::timestamptz - interval '2 hours'
       AND NOT EXISTS (SELECT FROM one_time_link l
         WHERE l.tenant_id = a.tenant_id AND l.person_id = $3::uuid AND l.created_at >= a.decided_at)
     LIMIT 1`,
    [tx.tenantId, PASSWORD_RESET_ACTION, personId, tx.personId, tx.now],
  );
  return rows.length > 0;
}
