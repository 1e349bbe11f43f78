import type { EnterRelease, MoveRelease } from '@etatlotse/contracts/capacity';
import type { CapacityChanged } from '@etatlotse/contracts/capacity/plain';
import {
  decideReleaseStage,
  RELEASE_STAGES,
  type ReleaseEvidence,
  type ReleaseRefusal,
  type ReleaseStage,
} from '@etatlotse/domain/capacity';
import { type Outcome, plainDate, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { isMilestoneSeen } from '../go-live.repository';
import {
  doesPostFallAway,
  insertRelease,
  isSourceOfUnit,
  lockRelease,
  milestoneOfTask,
  type ReleaseRecord,
  updateRelease,
} from '../release.repository';
import { reaches } from '../unit.repository';

type EnterRefusal = Refusal<'NOT_FOUND'> | Refusal<'RELEASE_ENTERED'>;
type MoveRefusal =
  | ReleaseRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'RELEASE_POST_STAYS'>
  | Refusal<'RELEASE_HOURS_MISSING'>;

/** Enters time that is assumed to become free. A go-live and a benefit are each in the ledger once. */
export async function enterRelease(
  tx: Transaction,
  release: EnterRelease,
): Promise<Outcome<CapacityChanged, EnterRefusal>> {
  if (!reaches(tx, 'capacity.write', release.unitId)) return refuse({ code: 'NOT_FOUND', params: {} });
  if (!(await isSourceOfUnit(tx, release))) return refuse({ code: 'NOT_FOUND', params: {} });
  const id = await insertRelease(tx, release);
  if (id === null) return refuse({ code: 'RELEASE_ENTERED', params: {} });
  const { unitId, runRateHours } = release;
  await tx.audit({
    action: 'capacity_release.entered',
    subjectType: 'capacity_release',
    subjectId: id,
    detail: { unitId, runRateHours },
  });
  return ok({ id, version: 1 });
}

/** Takes a release a stage up with its evidence, or back down: then what the higher stage rested on is taken away. */
export async function moveRelease(
  tx: Transaction,
  releaseId: string,
  request: MoveRelease,
): Promise<Outcome<CapacityChanged, MoveRefusal>> {
  const held = await lockRelease(tx, releaseId);
  if (held === null || !reaches(tx, 'capacity.write', held.unitId)) return refuse({ code: 'NOT_FOUND', params: {} });
  if (held.version !== request.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const evidence = await evidenceFor(tx, held, request);
  const decided = decideReleaseStage(held.stage, request.stage, evidence);
  if (!decided.ok) return decided;
  const checked = await check(tx, held, request, evidence);
  if (!checked.ok) return checked;
  await updateRelease(tx, releaseId, request.stage, evidence, request.runRateHours ?? null);
  await tx.audit({
    action: 'capacity_release.moved',
    subjectType: 'capacity_release',
    subjectId: releaseId,
    detail: { from: held.stage, to: request.stage, ...evidence },
  });
  return ok({ id: releaseId, version: held.version + 1 });
}

/** Evidence of the stages up to the one asked for: what is given, else what is known. */
async function evidenceFor(tx: Transaction, held: ReleaseRecord, request: MoveRelease): Promise<ReleaseEvidence> {
  const place = RELEASE_STAGES.indexOf(request.stage);
  const upTo = <Value>(stage: ReleaseStage, value: Value): Value | null =>
    place < RELEASE_STAGES.indexOf(stage) ? null : value;
  const linked = held.taskId === null ? null : await milestoneOfTask(tx, held.taskId);
  const given = request.surveyedOn === undefined ? null : plainDate(request.surveyedOn);
  return {
    milestoneId: upTo('planned', request.milestoneId ?? held.evidence.milestoneId ?? linked),
    surveyedOn: upTo('measured', given ?? held.evidence.surveyedOn),
    postId: upTo('realised', request.postId ?? held.evidence.postId),
  };
}

async function check(
  tx: Transaction,
  held: ReleaseRecord,
  request: MoveRelease,
  { postId }: ReleaseEvidence,
): Promise<Outcome<null, MoveRefusal>> {
  if (request.milestoneId !== undefined && !(await isMilestoneSeen(tx, request.milestoneId))) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (request.stage === 'measured' && held.stage === 'planned' && request.runRateHours === undefined) {
    return refuse({ code: 'RELEASE_HOURS_MISSING', params: {} });
  }
  if (postId === null) return ok(null);
  return (await doesPostFallAway(tx, postId, held.unitId, plainDate(tx.today)))
    ? ok(null)
    : refuse({ code: 'RELEASE_POST_STAYS', params: {} });
}
