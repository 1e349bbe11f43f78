import type { InboxKind } from '@etatlotse/contracts/inbox/plain';
import type { Transaction } from '../platform/database/transactions';

/** What is said, about what. */
export interface InboxNews {
  readonly kind: InboxKind;
  readonly subjectType: 'demand' | 'planning_round';
  readonly subjectId: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** With a key the same person is told the same thing once. */
  readonly onceKey?: string;
}

/** Puts news into the inbox of each person, as part of the running transaction. Answers how many were told. */
export async function tell(tx: Transaction, personIds: readonly string[], news: InboxNews): Promise<number> {
  const people = [...new Set(personIds)];
  if (people.length === 0) return 0;
  return tx.execute(tellSql, [
    tx.tenantId,
    JSON.stringify(people.map((personId) => ({ personId, messageId: tx.nextId() }))),
    news.kind,
    news.subjectType,
    news.subjectId,
    JSON.stringify(news.params),
    news.onceKey ?? null,
    tx.now,
  ]);
}

const tellSql = `
  INSERT INTO inbox_message (tenant_id, message_id, person_id, kind, subject_type, subject_id, params, once_key, created_at)
  SELECT $1, r."messageId", r."personId", $3, $4, $5, $6, $7, $8
  FROM jsonb_to_recordset($2::jsonb) AS r("personId" uuid, "messageId" uuid)
  ON CONFLICT DO NOTHING`;
