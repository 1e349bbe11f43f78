import type { CreateSystem } from '@etatlotse/contracts/inventory';
import type { Transaction } from '../platform/database/transactions';
import { RecordStore } from './record-store';
import { systemSeenSql } from './system.sql';

export const SYSTEM_STORE = new RecordStore<CreateSystem>({
  table: 'system',
  key: 'system_id',
  fields: [
    'name',
    'unitId',
    'note',
    'vendor',
    'serviceClass',
    'criticality',
    'state',
    'yearlyCents',
    'securityBasisPoints',
    'supportEndsOn',
    'reason',
    'norm',
    'dueOn',
    'modernisationCents',
    'lineId',
    'contractId',
  ],
});

export async function isSystemSeen(tx: Transaction, id: string, units: readonly string[] | null): Promise<boolean> {
  const rows = await tx.query(systemSeenSql, [tx.tenantId, units, id]);
  return rows.length > 0;
}
