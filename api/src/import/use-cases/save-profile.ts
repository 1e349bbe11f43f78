import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import type { FileMapping } from '@etatlotse/domain/import';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { deleteProfile, insertProfile, isProfileNameTaken, lockProfile, updateProfile } from '../profile.repository';
import { findRun } from '../run.repository';

type Saved = Outcome<{ id: string; version: number }, Refusal<ProblemCode>>;

/** A mapping that a city wants to keep, taken from an import that was read by it. */
export interface NewProfile {
  readonly name: string;
  readonly sourceSystem: string;
  readonly importId: string;
  readonly isAutomatic?: boolean;
}

export interface ProfileChange {
  readonly version: number;
  readonly name?: string;
  readonly sourceSystem?: string;
  readonly importId?: string;
  readonly isAutomatic?: boolean;
}

/**
 * Keeps how a file was read, for the next files of its source system. Who lets files be taken over without a person does it
 * in their own name. Refused while the file still has questions.
 */
export async function saveProfile(tx: Transaction, profile: NewProfile): Promise<Saved> {
  const mapping = await mappingOf(tx, profile.importId);
  if (!mapping.ok) return mapping;
  if (await isProfileNameTaken(tx, profile.name, null)) return refuse({ code: 'PROFILE_NAME_TAKEN', params: {} });
  const profileId = tx.nextId();
  await insertProfile(tx, {
    profileId,
    name: profile.name,
    sourceSystem: profile.sourceSystem,
    mapping: mapping.value,
    ownerId: profile.isAutomatic === true ? tx.personId : null,
  });
  const detail = { importId: profile.importId, isAutomatic: profile.isAutomatic === true };
  await tx.audit({ action: 'import_profile.created', subjectType: 'import_profile', subjectId: profileId, detail });
  return ok({ id: profileId, version: 1 });
}

/** Changes a saved profile. Files that were read by it stay as they were read. */
export async function changeProfile(tx: Transaction, profileId: string, change: ProfileChange): Promise<Saved> {
  const before = await lockProfile(tx, profileId);
  if (before === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (before.version !== change.version) return refuse({ code: 'VERSION_STALE', params: {} });
  const mapping = change.importId === undefined ? ok(before.mapping) : await mappingOf(tx, change.importId);
  if (!mapping.ok) return mapping;
  const name = change.name ?? before.name;
  if (await isProfileNameTaken(tx, name, profileId)) return refuse({ code: 'PROFILE_NAME_TAKEN', params: {} });
  await updateProfile(tx, {
    profileId,
    name,
    sourceSystem: change.sourceSystem ?? before.sourceSystem,
    mapping: mapping.value,
    ownerId: change.isAutomatic === undefined ? before.ownerId : change.isAutomatic ? tx.personId : null,
  });
  const detail = { importId: change.importId ?? null, isAutomatic: change.isAutomatic ?? before.ownerId !== null };
  await tx.audit({ action: 'import_profile.changed', subjectType: 'import_profile', subjectId: profileId, detail });
  return ok({ id: profileId, version: before.version + 1 });
}

/** Removes a saved profile. What was imported by it stays. */
export async function removeProfile(tx: Transaction, profileId: string): Promise<Saved> {
  const before = await lockProfile(tx, profileId);
  if (before === null) return refuse({ code: 'NOT_FOUND', params: {} });
  await deleteProfile(tx, profileId);
  await tx.audit({ action: 'import_profile.removed', subjectType: 'import_profile', subjectId: profileId });
  return ok({ id: profileId, version: before.version });
}

async function mappingOf(tx: Transaction, importId: string): Promise<Outcome<FileMapping, Refusal<ProblemCode>>> {
  const run = await findRun(tx, importId);
  if (run === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (run.preview === null) return refuse({ code: 'IMPORT_STATE', params: {} });
  const { questions, mapping } = run.preview;
  if (questions.length === 0) return ok(mapping);
  return refuse({ code: 'IMPORT_HAS_QUESTIONS', params: { count: questions.length, fileName: run.fileName } });
}
