import type { MeasureProcess, RecordChanged } from '@etatlotse/contracts/inventory';
import { ok, type Outcome } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { insertMeasurement, PROCESS_STORE } from '../process.repository';
import { type HeldRefusal, holdRecord } from '../record-place';

/** Records the hours that a process was measured to save in a year. Earlier measurements of the year stay in the history. */
export async function measureProcess(
  tx: Transaction,
  processId: string,
  { version, ...measurement }: MeasureProcess,
): Promise<Outcome<RecordChanged, HeldRefusal>> {
  const held = await holdRecord(tx, PROCESS_STORE, processId, version);
  if (!held.ok) return held;
  const id = await insertMeasurement(tx, processId, measurement);
  await PROCESS_STORE.touch(tx, processId);
  const { fiscalYear, hours } = measurement;
  await tx.audit({
    action: 'process.measured',
    subjectType: 'process',
    subjectId: processId,
    detail: { fiscalYear, hours },
  });
  return ok({ id, version: version + 1 });
}
