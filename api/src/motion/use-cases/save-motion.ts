import type { ChangeMotion, CreateMotion } from '@etatlotse/contracts/council';
import { type MotionChanged, MOTIONS_MAX } from '@etatlotse/contracts/council/plain';
import { decideMotion, mayChangeMotion, type MotionRefusal, type NewMotion } from '@etatlotse/domain/council';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { countUnknownLines, findVersion, isCodeTaken, readShiftAmounts } from '../../planning';
import {
  deleteMotion,
  insertMotion,
  isNumberTaken,
  isUnit,
  type MotionFace,
  type MotionRecord,
  motionsOf,
  updateMotion,
  writeMotionParts,
} from '../motion.repository';
import { lockReading, type ReadingRecord, touchReading } from '../reading.repository';

type SaveRefusal =
  | MotionRefusal
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'LIST_INVALID'>
  | Refusal<'PLAN_LINES_UNKNOWN', { readonly count: number }>
  | Refusal<'CHANGE_CODE_TAKEN', { readonly code: string }>
  | Refusal<'MOTION_UNIT'>
  | Refusal<'MOTION_EXCLUDES'>
  | Refusal<'MOTION_DECIDED'>
  | Refusal<'READING_CLOSED'>
  | Refusal<'READING_FULL', { readonly max: number }>;

/** Brings a motion into a reading, behind all others. */
export async function createMotion(
  tx: Transaction,
  readingId: string,
  request: CreateMotion,
): Promise<Outcome<MotionChanged, SaveRefusal>> {
  const reading = await lockReading(tx, readingId);
  if (reading === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (reading.state === 'closed') return refuse({ code: 'READING_CLOSED', params: {} });
  const motions = await motionsOf(tx, readingId);
  if (motions.length >= MOTIONS_MAX) return refuse({ code: 'READING_FULL', params: { max: MOTIONS_MAX } });
  const checked = await check(tx, reading, request, null);
  if (!checked.ok) return checked;
  const motionId = await insertMotion(tx, readingId, faceOf(request));
  await writeMotionParts(tx, motionId, request, request.excludes);
  await touchReading(tx, readingId);
  await tx.audit({
    action: 'motion.created',
    subjectType: 'motion',
    subjectId: motionId,
    detail: { readingId, code: request.code ?? '', cells: request.lineIds.length },
  });
  return ok({ id: motionId, result: 'open', version: 1 });
}

/** Changes a motion that nobody has voted on yet. */
export async function changeMotion(
  tx: Transaction,
  path: { readonly readingId: string; readonly motionId: string },
  request: ChangeMotion,
): Promise<Outcome<MotionChanged, SaveRefusal>> {
  const held = await holdOpenMotion(tx, path, request.version);
  if (!held.ok) return held;
  const checked = await check(tx, held.value.reading, request, path.motionId);
  if (!checked.ok) return checked;
  await updateMotion(tx, path.motionId, faceOf(request));
  await writeMotionParts(tx, path.motionId, request, request.excludes);
  await touchReading(tx, path.readingId);
  await tx.audit({
    action: 'motion.changed',
    subjectType: 'motion',
    subjectId: path.motionId,
    detail: { readingId: path.readingId, cells: request.lineIds.length },
  });
  return ok({ id: path.motionId, result: 'open', version: request.version + 1 });
}

/** Takes out a motion that was entered by mistake; one that its mover takes back gets the result `withdrawn` instead. */
export async function removeMotion(
  tx: Transaction,
  path: { readonly readingId: string; readonly motionId: string },
  seenVersion: number,
): Promise<Outcome<object, SaveRefusal>> {
  const held = await holdOpenMotion(tx, path, seenVersion);
  if (!held.ok) return held;
  await deleteMotion(tx, path.motionId);
  await touchReading(tx, path.readingId);
  await tx.audit({
    action: 'motion.removed',
    subjectType: 'motion',
    subjectId: path.motionId,
    detail: { readingId: path.readingId, code: held.value.motion.code },
  });
  return ok({});
}

async function holdOpenMotion(
  tx: Transaction,
  { readingId, motionId }: { readonly readingId: string; readonly motionId: string },
  seenVersion: number,
): Promise<Outcome<{ readonly reading: ReadingRecord; readonly motion: MotionRecord }, SaveRefusal>> {
  const reading = await lockReading(tx, readingId);
  const motion =
    reading === null ? undefined : (await motionsOf(tx, readingId)).find((one) => one.motionId === motionId);
  if (reading === null || motion === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  const allowed = mayChangeMotion(motion.result, reading.state);
  if (!allowed.ok) return allowed;
  if (motion.version !== seenVersion) return refuse({ code: 'VERSION_STALE', params: {} });
  return ok({ reading, motion });
}

/** Everything that a motion is judged by. A line, unit or motion of another city is unknown here. */
async function check(
  tx: Transaction,
  { readingId, planVersionId }: ReadingRecord,
  request: CreateMotion,
  motionId: string | null,
): Promise<Outcome<null, SaveRefusal>> {
  const { lineIds, fiscalYears, amountCents, isCover, excludes } = request;
  if ([fiscalYears, amountCents, isCover].some(({ length }) => length !== lineIds.length)) {
    return refuse({ code: 'LIST_INVALID', params: {} });
  }
  const version = await findVersion(tx, planVersionId);
  if (version === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const count = await countUnknownLines(tx, lineIds);
  if (count > 0) return refuse({ code: 'PLAN_LINES_UNKNOWN', params: { count } });
  const face = faceOf(request);
  const shifts = await readShiftAmounts(tx, { lineIds, fiscalYears, amountCents });
  const amounts = shifts.map((shift, at) => ({ ...shift, isCover: isCover[at] ?? false }));
  const motion: NewMotion = { ...face, amounts };
  const decided = decideMotion(motion, version);
  if (!decided.ok) return decided;
  if (face.unitId !== null && !(await isUnit(tx, face.unitId))) return refuse({ code: 'MOTION_UNIT', params: {} });
  const others = (await motionsOf(tx, readingId)).map((other) => other.motionId).filter((id) => id !== motionId);
  if (excludes.some((id) => !others.includes(id))) return refuse({ code: 'MOTION_EXCLUDES', params: {} });
  const { code } = face;
  const isTaken = (await isNumberTaken(tx, readingId, code, motionId)) || (await isCodeTaken(tx, planVersionId, code));
  return isTaken ? refuse({ code: 'CHANGE_CODE_TAKEN', params: { code } }) : ok(null);
}

function faceOf(request: CreateMotion): MotionFace {
  return {
    mover: request.mover,
    origin: request.origin.trim(),
    code: request.code?.trim() ?? '',
    title: request.title.trim(),
    reason: request.reason?.trim() ?? '',
    coverNote: request.coverNote?.trim() ?? '',
    unitId: request.unitId ?? null,
    fteHundredths: request.fteHundredths ?? 0,
  };
}
