import type { PlanVersionChanged } from '@etatlotse/contracts/planning/plain';
import { activationDeltas, extraCounters, type ExtraCounter, type LineAppropriation } from '@etatlotse/domain/budget';
import {
  type Outcome,
  type Refusal,
  firstDayOf,
  laterOf,
  ok,
  plainDate,
  refuse,
  yearsOf,
} from '@etatlotse/domain/shared';
import { lockBalances, type NewMovement, writeMovements } from '../../budget';
import type { Transaction } from '../../platform/database/transactions';
import { lockYears, setBooks } from '../fiscal-year.repository';
import { compareLines, readLedgerAppropriations, readPlanned } from '../plan-amount.repository';
import { readExtraAnswers, readGrantedExtra, readSupplementCells } from '../plan-supplement.repository';
import { decideStep, type PlanStepRefusal } from '../plan-step';
import { lockVersionsInForce, type PlanVersionRecord, writeStep } from '../plan-version.repository';

export type EnterIntoForceRefusal =
  | PlanStepRefusal
  | Refusal<'YEAR_UNKNOWN', { readonly fiscalYear: number }>
  | Refusal<'PLAN_IMPORT_PARTIAL', { readonly count: number; readonly name: string }>
  | Refusal<'YEAR_CLOSED', { readonly fiscalYear: number }>;

/** Many lines change at once; the work may take longer than a click. */
const ACTIVATION_LIMIT_MS = 120_000;

/**
 * Puts a published version in force once its day has come (R14): brings the ledger's appropriations of its plan years
 * to what it says, opens books that still wait, and supersedes the version before. The caller holds the version.
 * Imported figures speak for their own lines only: beside a plan of other lines they stand on their own.
 */
export async function enterIntoForce(
  tx: Transaction,
  version: PlanVersionRecord,
): Promise<Outcome<PlanVersionChanged, EnterIntoForceRefusal>> {
  const actorId = tx.actor?.personId ?? null;
  const by = { requestedBy: actorId ?? '', approvedBy: null };
  const decided = await decideStep(tx, version, { step: 'enter_into_force', ...by });
  if (!decided.ok) return decided;
  await tx.limitStatementsTo(ACTIVATION_LIMIT_MS);
  const opened = await openBooks(tx, version);
  if (!opened.ok) return opened;
  const replaced = await findReplaced(tx, version);
  if (!replaced.ok) return replaced;
  const before = replaced.value;
  for (const old of before) {
    await writeStep(tx, old.versionId, { step: 'supersede', state: 'superseded', takenBy: actorId, approvedBy: null });
  }
  await writeStep(tx, version.versionId, {
    step: 'enter_into_force',
    state: decided.value,
    takenBy: actorId,
    approvedBy: null,
  });
  const { deltas, counters } = await writeAuthority(tx, version);
  await tx.audit({
    action: 'plan_version.enter_into_force',
    subjectType: 'plan_version',
    subjectId: version.versionId,
    detail: {
      inForceOn: version.inForceOn,
      supersededIds: before.map(({ versionId }) => versionId),
      openedYears: opened.value,
      movements: deltas.length,
      deltaCents: deltas.reduce((sum, { amountCents }) => sum + amountCents, 0),
      ...(counters.length === 0 ? {} : { extraCounters: counters.length }),
    },
  });
  return ok({ id: version.versionId, version: version.version + 1, state: decided.value, approvalId: null });
}

/**
 * The versions that this one takes the place of: every one in force for its years. An imported version takes the place
 * of those it holds all lines of; a file with a few lines of the plan in force must not wipe out the rest.
 */
async function findReplaced(
  tx: Transaction,
  version: PlanVersionRecord,
): Promise<Outcome<readonly PlanVersionRecord[], EnterIntoForceRefusal>> {
  const inForce = await lockVersionsInForce(tx, version.plan);
  if (version.kind !== 'import') return ok(inForce);
  const replaced: PlanVersionRecord[] = [];
  for (const old of inForce) {
    const { shared, leftOut } = await compareLines(tx, version.versionId, old.versionId, yearsOf(version.plan));
    if (shared === 0) continue;
    if (leftOut > 0) return refuse({ code: 'PLAN_IMPORT_PARTIAL', params: { count: leftOut, name: old.name } });
    replaced.push(old);
  }
  return ok(replaced);
}

/** Authority is only written into open books: those that wait are opened, closed ones stay closed. */
async function openBooks(
  tx: Transaction,
  version: PlanVersionRecord,
): Promise<Outcome<readonly number[], EnterIntoForceRefusal>> {
  const years = await lockYears(tx, yearsOf(version.plan));
  for (const year of yearsOf(version.plan)) {
    const record = years.find(({ fiscalYear }) => fiscalYear === year);
    if (record === undefined) return refuse({ code: 'YEAR_UNKNOWN', params: { fiscalYear: year } });
    if (record.booksState === 'closed') return refuse({ code: 'YEAR_CLOSED', params: { fiscalYear: year } });
  }
  const waiting = years.filter(({ booksState }) => booksState === 'planned').map(({ fiscalYear }) => fiscalYear);
  for (const year of waiting) await setBooks(tx, year, 'open', null);
  return ok(waiting);
}

/**
 * Writes what the plan grants, and takes back the extra authority that a new amount holds, so that nothing counts twice
 * (R16, T16). Every balance is held before the grants are read: somebody may be granting at the same moment.
 */
async function writeAuthority(
  tx: Transaction,
  version: PlanVersionRecord,
): Promise<{ readonly deltas: readonly LineAppropriation[]; readonly counters: readonly ExtraCounter[] }> {
  const deltas = await deltasOf(tx, version);
  const cells = await readSupplementCells(tx, version);
  const answers = cells.length === 0 ? [] : await readExtraAnswers(tx, version.versionId);
  const touched = [...deltas, ...answers];
  if (touched.length === 0) return { deltas, counters: [] };
  await lockBalances(tx, touched);
  const counters = answers.length === 0 ? [] : extraCounters(cells, await readGrantedExtra(tx, version), answers);
  const movements = [
    ...deltas.map((delta) => toMovement(version, 'appropriation', delta)),
    ...counters.map((counter) => ({
      ...toMovement(version, counter.kind, counter),
      decisionId: version.versionId,
    })),
  ];
  const written = await writeMovements(tx, movements);
  if (written.length !== movements.length) throw new Error('The ledger has not taken all that the plan changes.');
  return { deltas, counters };
}

async function deltasOf(tx: Transaction, version: PlanVersionRecord): Promise<LineAppropriation[]> {
  const years = yearsOf(version.plan);
  const planned = await readPlanned(tx, version.versionId, years);
  const inLedger = await readLedgerAppropriations(tx, years);
  const own = new Set(planned.map(({ lineId }) => lineId));
  return activationDeltas(
    version.plan,
    planned,
    version.kind === 'import' ? inLedger.filter(({ lineId }) => own.has(lineId)) : inLedger,
  );
}

/** Booked on the day the plan holds, in a later plan year on its first day: nobody spends 2028 in 2027 (T13). */
function toMovement(
  version: PlanVersionRecord,
  kind: 'appropriation' | ExtraCounter['kind'],
  delta: LineAppropriation,
): NewMovement {
  const firstDay = firstDayOf(delta.fiscalYear);
  return {
    lineId: delta.lineId,
    fiscalYear: delta.fiscalYear,
    kind,
    amountCents: delta.amountCents,
    bookedOn: version.inForceOn === null ? firstDay : laterOf(plainDate(version.inForceOn), firstDay),
    source: 'plan',
    documentNumber: version.decisionDocument ?? '',
    text: version.name,
  };
}
