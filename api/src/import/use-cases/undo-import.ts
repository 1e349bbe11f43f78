import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import { countMovementsOfImport, lockBalancesOfImports } from '../../budget';
import type { Transaction } from '../../platform/database/transactions';
import type { JobQueue } from '../../platform/jobs/job-queue';
import { planForManyRows } from '../bulk-planning';
import { restoreOrders } from '../commit-bookings.repository';
import { hasUnitCycle } from '../commit-facts.repository';
import { IMPORT_JOBS } from '../import-job-kinds';
import { findSeenRun, kindRefusal } from '../import-rights';
import { areRecordsForeign, areRecordsUsed, takeRecordsBack } from '../records/record-staging';
import { lockRun, saveState, saveUndone, saveUndoReason, type StoredRun, undoReasonOf } from '../run.repository';
import { findObstacle, reverseMovements, takeBackTheRest } from '../undo.repository';

type Undone = Outcome<{ id: string }, Refusal<ProblemCode>>;

const UNDO_LIMIT_MS = 15 * 60_000;

/** Queues taking an import back. Refused at once when something builds on it. The reason stays with the import. */
export async function requestUndo(tx: Transaction, importId: string, reason: string, jobs: JobQueue): Promise<Undone> {
  const run = (await findSeenRun(tx, importId)) && (await lockRun(tx, importId));
  if (run === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (run.state !== 'committed') return refuse({ code: 'IMPORT_STATE', params: {} });
  const notTheirs = run.kind === null ? null : kindRefusal(tx, run.kind);
  if (notTheirs !== null) return refuse(notTheirs);
  if (await areRecordsForeign(tx, importId, run.kind)) return refuse({ code: 'IMPORT_UNDO_FOREIGN', params: {} });
  const obstacle = await obstacleOf(tx, run);
  if (obstacle !== null) return refuse({ code: 'IMPORT_UNDO_BLOCKED', params: { reason: obstacle } });
  const jobId = await jobs.enqueue(tx, IMPORT_JOBS.undo, importId);
  await saveState(tx, importId, { state: 'committed', jobId });
  await saveUndoReason(tx, importId, reason);
  return ok({ id: importId });
}

/** Takes an import back: counter-movements for what it booked, and what it made is removed where nothing uses it. */
export async function undoImport(
  tx: Transaction,
  importId: string,
  report: (step: string) => Promise<void>,
): Promise<Undone> {
  await planForManyRows(tx, UNDO_LIMIT_MS);
  const run = await lockRun(tx, importId);
  if (run?.state !== 'committed') return refuse({ code: 'IMPORT_STATE', params: {} });
  await report('booking');
  await lockBalancesOfImports(tx, [importId]);
  const obstacle = await obstacleOf(tx, run);
  if (obstacle !== null) return refuse({ code: 'IMPORT_UNDO_BLOCKED', params: { reason: obstacle } });
  const movements = await reverseMovements(tx, importId);
  await restoreOrders(tx, importId);
  await report('balances');
  await countMovementsOfImport(tx, importId, 'undone');
  const records = await takeRecordsBack(tx, importId, run.kind, await undoReasonOf(tx, importId));
  await takeBackTheRest(tx, importId, run.result?.unitIds ?? []);
  if (run.kind === 'organization' && (await hasUnitCycle(tx))) return refuse({ code: 'UNIT_CYCLE', params: {} });
  await saveUndone(tx, importId);
  await tx.audit({
    action: 'import.undone',
    subjectType: 'import',
    subjectId: importId,
    detail: { movements, records },
  });
  return ok({ id: importId });
}

async function obstacleOf(tx: Transaction, { importId, kind }: StoredRun): Promise<string | null> {
  return (await areRecordsUsed(tx, importId, kind)) ? 'record_used' : findObstacle(tx, importId);
}
