import type { FileMapping, SavedMapping } from '@etatlotse/domain/import';
import type { Transaction } from '../platform/database/transactions';

/** Saved profiles as detection takes them, the one used last first. Its code is the profile's id. */
export async function savedMappings(tx: Transaction): Promise<SavedMapping[]> {
  return tx.query<SavedMapping>(
    `SELECT profile_id AS code, name, mapping FROM import_profile WHERE tenant_id = $1
     ORDER BY last_used_at DESC NULLS LAST, profile_id`,
    [tx.tenantId],
  );
}

export async function noteProfileUse(tx: Transaction, profileId: string): Promise<void> {
  await tx.execute(`UPDATE import_profile SET last_used_at = $3 WHERE tenant_id = $1 AND profile_id = $2`, [
    tx.tenantId,
    profileId,
    tx.now,
  ]);
}

/** A profile as the use cases see it. */
export interface StoredProfile {
  readonly profileId: string;
  readonly name: string;
  readonly sourceSystem: string;
  readonly mapping: FileMapping;
  readonly ownerId: string | null;
  readonly version: number;
}

/** A profile, held until the transaction ends; null when it is not this city's. */
export async function lockProfile(tx: Transaction, profileId: string): Promise<StoredProfile | null> {
  const [row] = await tx.query<StoredProfile>(
    `SELECT profile_id AS "profileId", name, source_system AS "sourceSystem", mapping, owner_id AS "ownerId", version
     FROM import_profile WHERE tenant_id = $1 AND profile_id = $2 FOR UPDATE`,
    [tx.tenantId, profileId],
  );
  return row ?? null;
}

export async function isProfileNameTaken(tx: Transaction, name: string, except: string | null): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM import_profile WHERE tenant_id = $1 AND name = $2 AND profile_id IS DISTINCT FROM $3::uuid`,
    [tx.tenantId, name, except],
  );
  return rows.length > 0;
}

export async function insertProfile(tx: Transaction, profile: Omit<StoredProfile, 'version'>): Promise<void> {
  await tx.execute(
    `INSERT INTO import_profile (tenant_id, profile_id, name, source_system, mapping, owner_id, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.tenantId,
      profile.profileId,
      profile.name,
      profile.sourceSystem,
      JSON.stringify(profile.mapping),
      profile.ownerId,
      tx.personId,
      tx.now,
    ],
  );
}

export async function updateProfile(tx: Transaction, profile: Omit<StoredProfile, 'version'>): Promise<void> {
  await tx.execute(
    `UPDATE import_profile SET name = $3, source_system = $4, mapping = $5, owner_id = $6, version = version + 1
     WHERE tenant_id = $1 AND profile_id = $2`,
    [
      tx.tenantId,
      profile.profileId,
      profile.name,
      profile.sourceSystem,
      JSON.stringify(profile.mapping),
      profile.ownerId,
    ],
  );
}

export async function deleteProfile(tx: Transaction, profileId: string): Promise<void> {
  await tx.execute(`DELETE FROM import_profile WHERE tenant_id = $1 AND profile_id = $2`, [tx.tenantId, profileId]);
}
