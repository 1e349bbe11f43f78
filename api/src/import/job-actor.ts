import type { Actor } from '@etatlotse/domain/access';
import type { TransactionContext, Transactions } from '../platform/database/transactions';
import type { JobTicket } from '../platform/jobs/job';

/**
 * The person who asked for the work, with the roles they hold now: what they lost since then counts no more. The system
 * itself where a lost job is tidied up.
 */
export async function contextOfJob(
  transactions: Transactions,
  { tenantId, actorId }: Pick<JobTicket, 'tenantId' | 'actorId'>,
): Promise<TransactionContext> {
  if (actorId === '') return { tenantId, actor: null };
  const [row] = await transactions.run({ tenantId, actor: null }, (tx) =>
    tx.query<{ actor: Actor | null }>(`SELECT app.actor_of_city($1, $2) AS actor`, [actorId, tx.today]),
  );
  const nobody = { tenantId, personId: actorId, displayName: '', email: '', roles: [] };
  return { tenantId, actor: row?.actor ?? nobody };
}
