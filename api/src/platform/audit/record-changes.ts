import type { RecordChange } from '@etatlotse/contracts/shared/plain';
import type { Transaction } from '../database/transactions';

/** Which fields a change was about, and what they said before and after. Goes to the audit log. */
export interface ChangeDetail extends Readonly<Record<string, unknown>> {
  readonly changed: readonly string[];
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/**
 * What the log keeps of a change. It cannot be erased, so of fields in which people write freely (`unlogged`) it keeps only
 * that they were changed.
 */
export function changeDetail(
  before: object,
  after: object,
  changed: readonly string[],
  unlogged: readonly string[],
): ChangeDetail {
  const kept = changed.filter((field) => !unlogged.includes(field));
  const pick = (stated: object): Record<string, unknown> =>
    Object.fromEntries(kept.map((field) => [field, (stated as Record<string, unknown>)[field] ?? null]));
  return { changed, before: pick(before), after: pick(after) };
}

/** How a record came to be what it is, newest first: who changed which field from what to what. */
export async function readChanges(tx: Transaction, subjectType: string, subjectId: string): Promise<RecordChange[]> {
  const rows = await tx.query<{ change: RecordChange }>(changesSql, [tx.tenantId, subjectType, subjectId]);
  return rows.map(({ change }) => change);
}

/** An id by what it is called; other values as they stand. What a reader may not see everywhere is not spelt out. */
const saidOf = (side: 'before' | 'after'): string => `
  CASE WHEN k.field IN ('lineId', 'contractId', 'personId') THEN NULL
    WHEN k.field = 'unitId' THEN (SELECT u.code || ' ' || u.name FROM org_unit u
      WHERE u.tenant_id = a.tenant_id AND u.unit_id::text = a.detail -> '${side}' ->> k.field)
    WHEN k.field = 'siteId' THEN (SELECT s.name FROM site s
      WHERE s.tenant_id = a.tenant_id AND s.site_id::text = a.detail -> '${side}' ->> k.field)
    WHEN k.field = 'kindId' THEN (SELECT d.name FROM device_kind d
      WHERE d.tenant_id = a.tenant_id AND d.kind_id::text = a.detail -> '${side}' ->> k.field)
    WHEN k.field = 'splitKeyId' THEN (SELECT y.name FROM split_key y
      WHERE y.tenant_id = a.tenant_id AND y.key_id::text = a.detail -> '${side}' ->> k.field)
    ELSE a.detail -> '${side}' ->> k.field END`;

const changesSql = `
  SELECT json_build_object('id', a.lane || '-' || a.seq, 'recordedAt', a.recorded_at, 'actorName', p.display_name,
    'kind', CASE WHEN a.action LIKE '%.created' THEN 'created' ELSE 'changed' END,
    'fields', (SELECT coalesce(json_agg(json_build_object('field', k.field,
        'before', ${saidOf('before')}, 'after', ${saidOf('after')}) ORDER BY k.place), '[]')
      FROM jsonb_array_elements_text(coalesce(a.detail -> 'changed', '[]')) WITH ORDINALITY AS k(field, place))) AS change
  FROM audit_entry a LEFT JOIN person p ON p.tenant_id = a.tenant_id AND p.person_id = a.actor_id
  WHERE a.tenant_id = $1 AND a.subject_type = $2 AND a.subject_id = $3
    AND (a.action LIKE '%.created' OR a.action LIKE '%.changed')
  ORDER BY a.recorded_at DESC, a.lane, a.seq DESC LIMIT 50`;
