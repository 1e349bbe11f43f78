import type { CouncilBody, Meeting } from '@etatlotse/domain/council';
import type { Transaction } from '../platform/database/transactions';

/** The bodies that still meet, in the order of their names, and what they have planned from today on. */
export async function readCalendar(
  tx: Transaction,
): Promise<{ readonly bodies: readonly CouncilBody[]; readonly meetings: readonly Meeting[] }> {
  const bodies = await tx.query<CouncilBody>(
    `SELECT body_id AS "bodyId", kind, name, paper_lead_days AS "paperLeadDays", is_for_budget AS "isForBudget"
     FROM council_body WHERE tenant_id = $1 AND NOT is_archived ORDER BY name`,
    [tx.tenantId],
  );
  const meetings = await tx.query<Meeting>(
    `SELECT meeting_id AS "meetingId", body_id AS "bodyId", held_on AS "heldOn"
     FROM meeting WHERE tenant_id = $1 AND cancelled_on IS NULL AND held_on >= $2`,
    [tx.tenantId, tx.today],
  );
  return { bodies, meetings };
}
