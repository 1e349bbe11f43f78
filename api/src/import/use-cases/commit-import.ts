import type { ImportEffects } from '@etatlotse/contracts/import/plain';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import { countMovementsOfImport, lockBalancesOfStagedAmounts } from '../../budget';
import type { Transaction } from '../../platform/database/transactions';
import type { JobQueue } from '../../platform/jobs/job-queue';
import { planForManyRows } from '../bulk-planning';
import { bookActuals, bookCommitments, listUnmatched } from '../commit-bookings.repository';
import {
  createFiscalYears,
  createLines,
  createPlanVersion,
  createUnits,
  hasUnitCycle,
} from '../commit-facts.repository';
import { effectsOf } from '../effects.repository';
import { IMPORT_JOBS } from '../import-job-kinds';
import { clearStaging, findEarlierCommit, lockRun, saveCommitted, saveState, type StoredRun } from '../run.repository';

type ImportRefusal = Refusal<ProblemCode>;

/** Queues the commit of what the person saw. Refused when the preview is another one, has errors, or is gone. */
export async function requestCommit(
  tx: Transaction,
  importId: string,
  previewHash: string,
  jobs: JobQueue,
): Promise<Outcome<{ id: string }, ImportRefusal>> {
  const run = await lockRun(tx, importId);
  if (run === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const refusal = await refusalOf(tx, run, previewHash);
  if (refusal !== null) return refuse(refusal);
  const jobId = await jobs.enqueue(tx, IMPORT_JOBS.commit, importId);
  await saveState(tx, importId, { state: 'committing', jobId });
  return ok({ id: importId });
}

async function refusalOf(tx: Transaction, run: StoredRun, previewHash: string): Promise<ImportRefusal | null> {
  const isWaiting = run.state === 'previewed' || run.state === 'interrupted';
  if (!isWaiting || run.preview === null || run.previewHash === null) return { code: 'IMPORT_STATE', params: {} };
  if (run.previewHash.toString('hex') !== previewHash) return { code: 'IMPORT_PREVIEW_CHANGED', params: {} };
  const { errors } = run.preview.findings;
  if (errors > 0) return { code: 'IMPORT_HAS_ERRORS', params: { count: errors } };
  const date = run.options.confirmRepeat ? null : await findEarlierCommit(tx, run.sha256, run.kind);
  return date === null ? null : { code: 'FILE_ALREADY_IMPORTED', params: { date } };
}

/** Called between the steps; throws to stop the work. */
export type StepReported = (step: string) => Promise<void>;

const COMMIT_LIMIT_MS = 15 * 60_000;

/**
 * Brings a previewed file into the city: organisation, lines, plan version, movements and their balances, clearing list.
 * One transaction and set-based throughout. Imports of a city run one after the other. Refused when the city has changed
 * so that the commit would do something else than the person saw.
 */
export async function commitImport(
  tx: Transaction,
  importId: string,
  report: StepReported,
): Promise<Outcome<ImportEffects, ImportRefusal>> {
  await planForManyRows(tx, COMMIT_LIMIT_MS);
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('import' || $1::text, 0))`, [tx.tenantId]);
  const run = await lockRun(tx, importId);
  if (run?.state !== 'committing' || run.preview === null) return refuse({ code: 'IMPORT_STATE', params: {} });
  const effects = await effectsOf(tx, importId, { kind: run.kind, planVersions: run.preview.plan === null ? 0 : 1 });
  if (!isSame(effects, run.preview.effects)) return refuse({ code: 'IMPORT_PREVIEW_CHANGED', params: {} });

  await report('facts');
  await createFiscalYears(tx, importId);
  const unitIds = await createUnits(tx, importId, run.kind === 'organization');
  if (run.kind === 'organization' && (await hasUnitCycle(tx))) return refuse({ code: 'UNIT_CYCLE', params: {} });
  await createLines(tx, importId);
  if (run.preview.plan !== null && effects.planAmounts > 0) await createPlanVersion(tx, importId, run.preview.plan);

  await report('booking');
  await lockBalancesOfStagedAmounts(tx, importId);
  await bookCommitments(tx, importId);
  await bookActuals(tx, importId);
  await report('balances');
  await countMovementsOfImport(tx, importId, 'brought');
  await listUnmatched(tx, importId);
  await report('finishing');
  await clearStaging(tx, importId);
  await saveCommitted(tx, importId, { effects, unitIds, plan: run.preview.plan });
  await tx.audit({
    action: 'import.committed',
    subjectType: 'import',
    subjectId: importId,
    detail: { kind: run.kind, profile: run.profile, sha256: run.sha256.toString('hex'), ...effects },
  });
  return ok(effects);
}

function isSame(now: ImportEffects, seen: ImportEffects): boolean {
  const keys = Object.keys(now) as (keyof ImportEffects)[];
  return keys.every((key) => JSON.stringify(now[key]) === JSON.stringify(seen[key]));
}
