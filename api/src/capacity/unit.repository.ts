import { may, type Permission } from '@etatlotse/domain/access';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

export type UnitRefusal = Refusal<'NOT_FOUND'> | Refusal<'UNIT_UNKNOWN'>;

/** Whether somebody may enter something for a unit that there is; a unit out of reach does not exist for them. */
export async function checkUnit(
  tx: Transaction,
  permission: Permission,
  unitId: string,
): Promise<Outcome<null, UnitRefusal>> {
  if (!reaches(tx, permission, unitId)) return refuse({ code: 'NOT_FOUND', params: {} });
  const rows = await tx.query(`SELECT FROM org_unit WHERE tenant_id = $1 AND unit_id = $2`, [tx.tenantId, unitId]);
  return rows.length > 0 ? ok(null) : refuse({ code: 'UNIT_UNKNOWN', params: {} });
}

export function reaches(tx: Transaction, permission: Permission, unitId: string): boolean {
  return tx.actor !== null && may(tx.actor, permission, { unitId });
}
