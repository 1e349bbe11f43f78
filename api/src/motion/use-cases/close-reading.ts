import type { CloseReading } from '@etatlotse/contracts/council';
import type { ReadingChanged } from '@etatlotse/contracts/council/plain';
import { type CloseRefusal, decideClose, isBelowZero, stepResultOf } from '@etatlotse/domain/council';
import { cents, type Cents, type Outcome, plainDate, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { BoundRegisters } from '../../authority';
import type { Transaction } from '../../platform/database/transactions';
import { addVotedSteps, lockVersion, type VotedStep } from '../../planning';
import { type DecidedMotion, decidedMotions } from '../motion.repository';
import { type DraftOfReading, readDraft } from '../reading-draft';
import { lockReading, markClosed } from '../reading.repository';

type CloseReadingRefusal =
  | CloseRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<
      'READING_NEGATIVE',
      { readonly lineNumber: string; readonly fiscalYear: number; readonly amountCents: Cents }
    >
  | Refusal<'CHANGE_CODE_TAKEN', { readonly code: string }>
  | Refusal<'CHANGE_RANGE', { readonly lineNumber: string; readonly fiscalYear: number }>;

/**
 * Closes a reading: the version is the draft and every adopted motion, exactly (T22). Adopted and rejected motions become
 * steps of the plan in the order of votes, with committee and day of the meeting (R22); the draft that they were put on is
 * kept. All of it or nothing.
 */
export async function closeReading(
  tx: Transaction,
  registers: BoundRegisters,
  readingId: string,
  request: CloseReading,
): Promise<Outcome<ReadingChanged, CloseReadingRefusal>> {
  const reading = await lockReading(tx, readingId);
  const version = reading === null ? null : await lockVersion(tx, reading.planVersionId);
  if (reading === null || version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const motions = await decidedMotions(tx, readingId);
  const decided = decideClose({
    state: reading.state,
    results: motions.map(({ result }) => result),
    heldOn: plainDate(reading.heldOn),
    today: plainDate(tx.today),
    versionState: version.state,
  });
  if (!decided.ok) return decided;
  if (reading.version !== request.version || version.version !== request.planVersion) {
    return refuse({ code: 'VERSION_STALE', params: {} });
  }
  const draft = await readDraft(tx, registers, readingId, version);
  const negative = findNegative(draft, motions);
  if (negative !== null) return refuse({ code: 'READING_NEGATIVE', params: negative });
  const steps = motions.flatMap(stepOf);
  const { committee, heldOn } = reading;
  const added = await addVotedSteps(tx, version, steps, { committee, decidedOn: heldOn });
  if (!added.ok) return added;
  await markClosed(tx, readingId, draft);
  await tx.audit({
    action: 'budget_reading.closed',
    subjectType: 'budget_reading',
    subjectId: readingId,
    detail: { planVersionId: version.versionId, motions: motions.length, steps: steps.length, heldOn },
  });
  return ok({ id: readingId, state: 'closed', version: reading.version + 1 });
}

function stepOf({ mover, result: voted, ...motion }: DecidedMotion): VotedStep[] {
  const result = stepResultOf(voted);
  if (result === null) return [];
  // A change of the administration without amounts moves posts only; the plan keeps it as a motion without money.
  const kind = mover === 'administration' && motion.lineIds.length > 0 ? 'administration' : 'motion';
  return [{ ...motion, kind, result }];
}

/** The first line that the adopted motions together would take below zero. */
function findNegative(
  { lines, draft }: DraftOfReading,
  motions: readonly DecidedMotion[],
): { readonly lineNumber: string; readonly fiscalYear: number; readonly amountCents: Cents } | null {
  const change = new Map<string, number>();
  for (const { result, lineIds, fiscalYears, amountCents } of motions) {
    if (result !== 'adopted') continue;
    for (const [at, lineId] of lineIds.entries()) {
      const key = `${lineId} ${fiscalYears[at]}`;
      change.set(key, (change.get(key) ?? 0) + (amountCents[at] ?? 0));
    }
  }
  for (const { lineId, fiscalYear, plannedCents } of draft.cells) {
    const amountCents = cents(plannedCents + (change.get(`${lineId} ${fiscalYear}`) ?? 0));
    if (!isBelowZero(cents(plannedCents), amountCents)) continue;
    return { lineNumber: lines.find(({ id }) => id === lineId)?.number ?? '', fiscalYear, amountCents };
  }
  return null;
}
