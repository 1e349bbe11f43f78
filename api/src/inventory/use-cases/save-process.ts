import type { ChangeProcess, CreateProcess, RecordChanged } from '@etatlotse/contracts/inventory';
import { checkStages, type ProcessRefusal } from '@etatlotse/domain/inventory';
import { ok, type Outcome, plainDate, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { checkPlace, type HeldRefusal, holdRecord, type PlaceRefusal } from '../record-place';
import { insertRecord, type NameRefusal, replaceRecord } from '../record-save';
import { PROCESS_STORE } from '../process.repository';

type SaveRefusal = PlaceRefusal | NameRefusal | ProcessRefusal;

/** Enters a process. */
export async function createProcess(
  tx: Transaction,
  process: CreateProcess,
): Promise<Outcome<RecordChanged, SaveRefusal>> {
  const placed = await checkPlace(tx, process);
  if (!placed.ok) return placed;
  const checked = check(tx, process);
  if (!checked.ok) return checked;
  const added = await insertRecord(tx, PROCESS_STORE, process);
  if (!added.ok) return added;
  await tx.audit({
    action: 'process.created',
    subjectType: 'process',
    subjectId: added.value.id,
    detail: { isInHouse: process.isInHouse },
  });
  return added;
}

/** Changes what is said about a process, for example that a stage was reached. */
export async function changeProcess(
  tx: Transaction,
  id: string,
  { version, ...process }: ChangeProcess,
): Promise<Outcome<RecordChanged, SaveRefusal | HeldRefusal>> {
  const held = await holdRecord(tx, PROCESS_STORE, id, version);
  if (!held.ok) return held;
  const placed = await checkPlace(tx, process, held.value);
  if (!placed.ok) return placed;
  const checked = check(tx, process);
  if (!checked.ok) return checked;
  const saved = await replaceRecord(tx, PROCESS_STORE, held.value, process);
  if (!saved.ok) return saved;
  const { detail, ...answer } = saved.value;
  if (detail !== null) {
    await tx.audit({ action: 'process.changed', subjectType: 'process', subjectId: id, detail });
  }
  return ok(answer);
}

/** A look back at a process is in the past as well. */
function check(
  tx: Transaction,
  { recordedOn, optimisedOn, workflowOn, reviewedOn }: CreateProcess,
): Outcome<null, ProcessRefusal> {
  const day = (text: string | null) => (text === null ? null : plainDate(text));
  const [today, reviewed] = [plainDate(tx.today), day(reviewedOn)];
  const stages = { recordedOn: day(recordedOn), optimisedOn: day(optimisedOn), workflowOn: day(workflowOn) };
  const checked = checkStages(stages, today);
  if (!checked.ok || reviewed === null || reviewed <= today) return checked;
  return refuse({ code: 'PROCESS_STAGE_AHEAD', params: {} });
}
