import type { CreateProcess, MeasureProcess } from '@etatlotse/contracts/inventory';
import type { Transaction } from '../platform/database/transactions';
import { RecordStore } from './record-store';

export const PROCESS_STORE = new RecordStore<CreateProcess>({
  table: 'process',
  key: 'process_id',
  fields: [
    'name',
    'unitId',
    'note',
    'builtBy',
    'isInHouse',
    'recordedOn',
    'optimisedOn',
    'workflowOn',
    'plannedHours',
    'reviewMonths',
    'reviewedOn',
    'lineId',
    'contractId',
  ],
});

/** Adds what was measured in a year; the newest measurement counts. */
export async function insertMeasurement(
  tx: Transaction,
  processId: string,
  { fiscalYear, hours, basis }: Omit<MeasureProcess, 'version'>,
): Promise<string> {
  const id = tx.nextId();
  await tx.execute(
    `INSERT INTO process_measurement (tenant_id, measurement_id, process_id, fiscal_year, hours, basis, recorded_by,
       recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.tenantId, id, processId, fiscalYear, hours, basis, tx.actor?.personId ?? null, tx.now],
  );
  return id;
}
