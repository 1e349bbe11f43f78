import type { Actor } from '@etatlotse/domain/access';
import type { Transaction } from '../../platform/database/transactions';

/**
 * The person in whose name files of a profile are taken over, with the roles that they hold today in their own right; null
 * when nobody allows it any more.
 */
export async function findOwner(tx: Transaction, profileId: string): Promise<Actor | null> {
  const [owner] = await tx.query<Actor>(
    `SELECT p.tenant_id AS "tenantId", p.person_id AS "personId", p.display_name AS "displayName", p.email,
       coalesce((SELECT json_agg(json_build_object('role', r.role, 'kind', r.kind, 'unitId', r.unit_id))
         FROM role_assignment r
         WHERE r.tenant_id = p.tenant_id AND r.person_id = p.person_id AND r.substitute_for IS NULL AND r.ended_at IS NULL
           AND r.valid_from <= $3 AND (r.valid_to IS NULL OR r.valid_to >= $3)), '[]') AS roles
     FROM import_profile i JOIN person p ON p.tenant_id = i.tenant_id AND p.person_id = i.owner_id
     WHERE i.tenant_id = $1 AND i.profile_id = $2 AND p.status = 'active'`,
    [tx.tenantId, profileId, tx.today],
  );
  return owner ?? null;
}
