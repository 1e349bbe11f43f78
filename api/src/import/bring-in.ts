import type { ImportEffects } from '@etatlotse/contracts/import/plain';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import { countMovementsOfImport, type LedgerPlace, lockBalancesOfStagedAmounts } from '../budget';
import type { Transaction } from '../platform/database/transactions';
import { planForManyRows } from './bulk-planning';
import { bookStaged, settleBooked } from './commit-bookings.repository';
import {
  createFiscalYears,
  createLines,
  createPlanVersions,
  createUnits,
  hasUnitCycle,
} from './commit-facts.repository';
import { effectsOf } from './effects.repository';
import { bringRecords } from './records/record-staging';
import { clearStaging, saveCommitted, type StoredRun } from './run.repository';

const COMMIT_LIMIT_MS = 15 * 60_000;

/** Called between the steps; throws to stop the work. */
export type StepReported = (step: string) => Promise<void>;

/** Prepares a transaction for bringing files in. Imports of a city run one after the other. */
export async function holdImports(tx: Transaction): Promise<void> {
  await planForManyRows(tx, COMMIT_LIMIT_MS);
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('import' || $1::text, 0))`, [tx.tenantId]);
}

/** A run whose preview a person saw. */
export type PreviewedRun = StoredRun & {
  readonly kind: NonNullable<StoredRun['kind']>;
  readonly preview: NonNullable<StoredRun['preview']>;
};

/** Whether a run waits in this state with a preview. */
export function isPreviewed(run: StoredRun | null, state: StoredRun['state']): run is PreviewedRun {
  return run?.state === state && run.kind !== null && run.preview !== null;
}

/** What the commit will do, where that is still exactly what the person saw; else null. */
export async function seenEffects(tx: Transaction, run: PreviewedRun): Promise<ImportEffects | null> {
  const now = await effectsNow(tx, run);
  const keys = Object.keys(now) as (keyof ImportEffects)[];
  const isSame = keys.every((key) => JSON.stringify(now[key]) === JSON.stringify(run.preview.effects[key] ?? 0));
  return isSame ? now : null;
}

export async function effectsNow(
  tx: Transaction,
  { importId, kind, preview, options }: PreviewedRun,
): Promise<ImportEffects> {
  return (await effectsOf(tx, importId, { kind, planVersions: preview.plan === null ? 0 : 1, options })).effects;
}

/**
 * Brings a previewed file into the city: organisation, lines, plan version, movements and their balances, clearing list.
 * Set-based throughout; part of the transaction that `holdImports` has prepared. `effects` is what it will do.
 */
export async function bringIn(
  tx: Transaction,
  run: PreviewedRun,
  effects: ImportEffects,
  report: StepReported,
  place: LedgerPlace,
): Promise<Outcome<ImportEffects, Refusal<ProblemCode>>> {
  const { importId, kind, preview } = run;
  await report('facts');
  await createFiscalYears(tx, importId);
  const unitIds = await createUnits(tx, importId, kind === 'organization');
  if (kind === 'organization' && (await hasUnitCycle(tx))) return refuse({ code: 'UNIT_CYCLE', params: {} });
  await createLines(tx, importId, { kind, reopens: (effects.linesReopened ?? 0) > 0 });
  await bringRecords(tx, importId, kind, run.options);
  if (preview.plan !== null && effects.planAmounts > 0) await createPlanVersions(tx, importId, preview.plan);

  await report('booking');
  await lockBalancesOfStagedAmounts(tx, importId);
  const booked = await bookStaged(tx, importId, place);
  await report('balances');
  await countMovementsOfImport(tx, importId, place);
  await report('finishing');
  await settleBooked(tx, importId, booked);
  await clearStaging(tx, importId);
  await saveCommitted(tx, importId, { effects, unitIds, plan: preview.plan });
  await tx.audit({
    action: 'import.committed',
    subjectType: 'import',
    subjectId: importId,
    detail: {
      ...{ kind, profile: run.profile, sha256: run.sha256.toString('hex') },
      ...(preview.leavesOutWrongRows ? { leftOutRows: preview.findings.wrongRows } : {}),
      ...effects,
    },
  });
  return ok(effects);
}
