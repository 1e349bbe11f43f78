import type { ChangePaper, CreatePaper } from '@etatlotse/contracts/council';
import type { PaperChanged } from '@etatlotse/contracts/council/plain';
import { checkConsultation, type ConsultationRefusal } from '@etatlotse/domain/council';
import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { readReleased, type ReleasedSnapshot } from '../../snapshot';
import { paperTemplate } from '../paper-template';
import { findSteps, insertPaper, isNumberTaken, lockPaper, updatePaper } from '../paper.repository';

type PaperRefusal =
  | ConsultationRefusal
  | Refusal<'PAPER_NUMBER_TAKEN', { readonly dsNumber: string }>
  | Refusal<'PAPER_MEETING'>
  | Refusal<'PAPER_SNAPSHOT'>
  | Refusal<'PAPER_EXTRA'>;

/** Begins a paper; without a text of its own with what the figures of the snapshot say. */
export async function createPaper(
  tx: Transaction,
  command: CreatePaper,
  origin: 'manual' | 'demo' = 'manual',
): Promise<Outcome<PaperChanged, PaperRefusal>> {
  const checked = await check(tx, command, null);
  if (!checked.ok) return checked;
  const body = command.body ?? paperTemplate(command.kind, extraOf(command, checked.value));
  const paperId = await insertPaper(tx, { command, body, previousSnapshotId: null }, { origin });
  await tx.audit({ action: 'council_paper.created', subjectType: 'council_paper', subjectId: paperId });
  return ok({ id: paperId, version: 1 });
}

/** Changes a draft. Bound to another snapshot it remembers the one before, so that changed figures are seen. */
export async function changePaper(
  tx: Transaction,
  paperId: string,
  { version, ...command }: ChangePaper,
): Promise<
  Outcome<PaperChanged, PaperRefusal | Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'> | Refusal<'PAPER_PUBLISHED'>>
> {
  const before = await lockPaper(tx, paperId);
  if (before === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (before.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (before.state === 'published') return refuse({ code: 'PAPER_PUBLISHED', params: {} });
  const checked = await check(tx, command, paperId);
  if (!checked.ok) return checked;
  const isRebound = before.snapshotId !== null && before.snapshotId !== (command.snapshotId ?? null);
  const previousSnapshotId = isRebound ? before.snapshotId : before.previousSnapshotId;
  await updatePaper(tx, paperId, { command, body: command.body ?? before.body, previousSnapshotId });
  await tx.audit({ action: 'council_paper.changed', subjectType: 'council_paper', subjectId: paperId });
  return ok({ id: paperId, version: version + 1 });
}

async function check(
  tx: Transaction,
  command: CreatePaper,
  paperId: string | null,
): Promise<Outcome<ReleasedSnapshot | null, PaperRefusal>> {
  const { dsNumber, snapshotId, extraId } = command;
  if (dsNumber !== undefined && (await isNumberTaken(tx, dsNumber, paperId))) {
    return refuse({ code: 'PAPER_NUMBER_TAKEN', params: { dsNumber } });
  }
  const steps = await findSteps(tx, command.steps);
  if (steps === null) return refuse({ code: 'PAPER_MEETING', params: {} });
  const way = checkConsultation(command.kind, steps);
  if (!way.ok) return way;
  const snapshot = snapshotId === undefined ? null : await readReleased(tx, snapshotId);
  if (snapshotId !== undefined && snapshot === null) return refuse({ code: 'PAPER_SNAPSHOT', params: {} });
  if (extraId !== undefined && extraOf(command, snapshot) === null) return refuse({ code: 'PAPER_EXTRA', params: {} });
  return ok(snapshot);
}

function extraOf({ extraId }: CreatePaper, snapshot: ReleasedSnapshot | null) {
  return snapshot?.content.extras.find(({ id }) => id === extraId) ?? null;
}
