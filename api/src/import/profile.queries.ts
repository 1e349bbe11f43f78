import { Injectable } from '@nestjs/common';
import type { ImportProfile } from '@etatlotse/contracts/import/plain';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';

/** Saved profiles as people see them. */
@Injectable()
export class ProfileQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller): Promise<ImportProfile[]> {
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ profile: ImportProfile }>(listSql, [tx.tenantId]),
    );
    return rows.map(({ profile }) => profile);
  }
}

const listSql = `
  SELECT json_build_object('id', i.profile_id, 'name', i.name, 'sourceSystem', i.source_system,
    'kind', i.mapping ->> 'kind', 'columns', (SELECT coalesce(json_agg(c.value ->> 'header' ORDER BY c.ordinality), '[]')
      FROM jsonb_array_elements(i.mapping -> 'columns') WITH ORDINALITY c),
    'mapping', i.mapping, 'isAutomatic', i.owner_id IS NOT NULL, 'ownerName', w.display_name, 'createdAt', i.created_at,
    'createdByName', p.display_name, 'lastUsedAt', i.last_used_at, 'version', i.version) AS profile
  FROM import_profile i
  JOIN person p ON p.tenant_id = i.tenant_id AND p.person_id = i.created_by
  LEFT JOIN person w ON w.tenant_id = i.tenant_id AND w.person_id = i.owner_id
  WHERE i.tenant_id = $1 ORDER BY i.source_system, i.name`;
