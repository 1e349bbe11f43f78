import { ROLE_PERMISSIONS, ROLES, type Permission, type Role } from '@etatlotse/domain/access';
import type { PersonStatus } from '@etatlotse/contracts/person/plain';
import type { Transaction } from '../platform/database/transactions';
import type { CompleteGrant } from './role-rules';

/** Whoever holds one of these is a second person for the grant of a role. */
export const GRANT_DECIDERS: readonly Permission[] = ['person.write', 'approval.decide'];

const DECIDING_ROLES: readonly Role[] = ROLES.filter((role) =>
  GRANT_DECIDERS.some((permission) => ROLE_PERMISSIONS[role].includes(permission)),
);

export interface StoredPerson {
  readonly status: PersonStatus;
  readonly hasPassword: boolean;
  readonly version: number;
}

export interface StoredRole extends CompleteGrant {
  readonly assignmentId: string;
  readonly personId: string;
  readonly substituteFor: string | null;
}

/**
 * One change of people and roles at a time in a city, so that two administrators cannot remove each other in the same
 * moment, nor a role be granted twice.
 */
export async function lockPeople(tx: Transaction): Promise<void> {
  await tx.query(`SELECT FROM tenant WHERE tenant_id = $1 FOR NO KEY UPDATE`, [tx.tenantId]);
}

export async function findPerson(tx: Transaction, personId: string): Promise<StoredPerson | null> {
  const [row] = await tx.query<StoredPerson>(
    `SELECT status, password_hash IS NOT NULL AS "hasPassword", version
     FROM person WHERE tenant_id = $1 AND person_id = $2`,
    [tx.tenantId, personId],
  );
  return row ?? null;
}

/** Answers false when the address has an account already, in whatever city: an address logs in one person only. */
export async function insertPerson(
  tx: Transaction,
  person: { readonly id: string; readonly email: string; readonly displayName: string },
): Promise<boolean> {
  const stored = await tx.execute(
    `INSERT INTO person (tenant_id, person_id, email, display_name, status, created_at)
     VALUES ($1, $2, lower($3), $4, 'invited', $5) ON CONFLICT (email) DO NOTHING`,
    [tx.tenantId, person.id, person.email, person.displayName, tx.now],
  );
  return stored > 0;
}

/** Answers false when somebody else was faster. */
export async function updatePerson(
  tx: Transaction,
  personId: string,
  version: number,
  change: { readonly displayName: string | null; readonly status: PersonStatus | null },
): Promise<boolean> {
  const changed = await tx.execute(
    `UPDATE person SET display_name = coalesce($4, display_name), status = coalesce($5, status), version = version + 1
     WHERE tenant_id = $1 AND person_id = $2 AND version = $3`,
    [tx.tenantId, personId, version, change.displayName, change.status],
  );
  return changed > 0;
}

/** Whether a body is there and still meets. */
export async function isBodyKnown(tx: Transaction, bodyId: string): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM council_body WHERE tenant_id = $1 AND body_id = $2 AND NOT is_archived`, [
    tx.tenantId,
    bodyId,
  ]);
  return rows.length > 0;
}

export async function isUnitKnown(tx: Transaction, unitId: string): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM org_unit WHERE tenant_id = $1 AND unit_id = $2`, [tx.tenantId, unitId]);
  return rows.length > 0;
}

/** Whether the person has the same role of their own somewhere in that period. */
export async function isRoleHeld(tx: Transaction, personId: string, grant: CompleteGrant): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM role_assignment
     WHERE tenant_id = $1 AND person_id = $2 AND role = $3 AND kind IS NOT DISTINCT FROM $4
       AND unit_id IS NOT DISTINCT FROM $5 AND body_id IS NOT DISTINCT FROM $6 AND substitute_for IS NULL
       AND ended_at IS NULL AND valid_from <= coalesce($8::date, 'infinity')
       AND coalesce(valid_to, 'infinity') >= $7::date`,
    [tx.tenantId, personId, grant.role, grant.kind, grant.unitId, grant.bodyId, grant.validFrom, grant.validTo],
  );
  return rows.length > 0;
}

export async function insertRole(
  tx: Transaction,
  personId: string,
  grant: CompleteGrant,
  substituteFor: string | null = null,
): Promise<string> {
  const assignmentId = tx.nextId();
  await tx.execute(
    `INSERT INTO role_assignment (tenant_id, assignment_id, person_id, role, kind, unit_id, body_id, valid_from,
       valid_to, substitute_for)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.tenantId,
      assignmentId,
      personId,
      grant.role,
      grant.kind,
      grant.unitId,
      grant.bodyId,
      grant.validFrom,
      grant.validTo,
      substituteFor,
    ],
  );
  return assignmentId;
}

/** A role that has not ended, or null. */
export async function findRole(tx: Transaction, assignmentId: string): Promise<StoredRole | null> {
  const [row] = await tx.query<StoredRole>(findRoleSql, [tx.tenantId, assignmentId]);
  return row ?? null;
}

/** A person's own roles that hold on some day of the period. */
export function ownRolesBetween(
  tx: Transaction,
  personId: string,
  validFrom: string,
  validTo: string,
): Promise<StoredRole[]> {
  return tx.query<StoredRole>(ownRolesSql, [tx.tenantId, personId, validFrom, validTo]);
}

/** Whether the substitute already stands in for just that role on some day of the period. */
export async function isSubstituted(tx: Transaction, substituteId: string, role: StoredRole): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM role_assignment
     WHERE tenant_id = $1 AND person_id = $2 AND substitute_for = $3 AND role = $4 AND kind IS NOT DISTINCT FROM $5
       AND unit_id IS NOT DISTINCT FROM $6 AND body_id IS NOT DISTINCT FROM $7 AND ended_at IS NULL
       AND valid_from <= $9::date AND valid_to >= $8::date`,
    [
      ...[tx.tenantId, substituteId, role.personId, role.role, role.kind, role.unitId, role.bodyId],
      ...[role.validFrom, role.validTo],
    ],
  );
  return rows.length > 0;
}

/** Ends a role at this moment. */
export async function endRole(tx: Transaction, assignmentId: string): Promise<void> {
  await tx.execute(
    `UPDATE role_assignment SET ended_at = $3 WHERE tenant_id = $1 AND assignment_id = $2 AND ended_at IS NULL`,
    [tx.tenantId, assignmentId, tx.now],
  );
}

/**
 * How safely a city is administered by somebody in their own right with an active account: 2 by a role without an end,
 * 1 by one that runs out, 0 not at all. No change may lower it.
 */
export async function adminCover(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ cover: number }>(
    `SELECT coalesce(max(CASE WHEN r.valid_to IS NULL THEN 2 ELSE 1 END), 0) AS cover
     FROM role_assignment r JOIN person p ON p.tenant_id = r.tenant_id AND p.person_id = r.person_id
     WHERE r.tenant_id = $1 AND r.role = 'admin' AND r.substitute_for IS NULL AND r.ended_at IS NULL
       AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to >= $2) AND p.status = 'active'`,
    [tx.tenantId, tx.today],
  );
  return row?.cover ?? 0;
}

/**
 * Whether a city has ever had anybody but the caller who could decide on a grant. Counts ended roles and disabled
 * accounts as well: sending everybody else away must not bring back the freedom of the first set-up.
 */
export async function hadSecondPerson(tx: Transaction): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM role_assignment r JOIN person p ON p.tenant_id = r.tenant_id AND p.person_id = r.person_id
     WHERE r.tenant_id = $1 AND r.person_id <> $2 AND r.role = ANY($3::text[]) AND r.substitute_for IS NULL
       AND p.password_hash IS NOT NULL LIMIT 1`,
    [tx.tenantId, tx.personId, DECIDING_ROLES],
  );
  return rows.length > 0;
}

/** Whether the person decides on requests of others, today or later, in their own right or for somebody. */
export async function isDecider(tx: Transaction, personId: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM role_assignment WHERE tenant_id = $1 AND person_id = $2 AND role = ANY($3::text[])
       AND ended_at IS NULL AND (valid_to IS NULL OR valid_to >= $4) LIMIT 1`,
    [tx.tenantId, personId, DECIDING_ROLES, tx.today],
  );
  return rows.length > 0;
}

const roleColumns = `
  SELECT assignment_id AS "assignmentId", person_id AS "personId", role, kind, unit_id AS "unitId", body_id AS "bodyId",
    valid_from AS "validFrom", valid_to AS "validTo", substitute_for AS "substituteFor"
  FROM role_assignment`;

const findRoleSql = `${roleColumns} WHERE tenant_id = $1 AND assignment_id = $2 AND ended_at IS NULL`;

const ownRolesSql = `${roleColumns}
  WHERE tenant_id = $1 AND person_id = $2 AND substitute_for IS NULL AND ended_at IS NULL
    AND valid_from <= $4::date AND coalesce(valid_to, 'infinity') >= $3::date
  ORDER BY role, assignment_id`;
