import type { CreateSite } from '@etatlotse/contracts/site';
import { type Outcome, ok } from '@etatlotse/domain/shared';
import { checkSite } from '@etatlotse/domain/site';
import type { AnyRefusal } from '../platform/http/command';
import type { Transaction } from '../platform/database/transactions';
import { insertSite, insertSiteEvent, type StoredSite, updateSite } from './site.repository';
import { changedNames, fitsItsUse } from './use-cases/save-site';

/** The sites with these numbers, held until the transaction ends. */
export async function knownSites(tx: Transaction, numbers: readonly string[]): Promise<StoredSite[]> {
  return tx.query<StoredSite>(
    `SELECT site_id AS id, number, name, kind, address, unit_id AS "unitId", zones, closed_on AS "closedOn", version
     FROM site WHERE tenant_id = $1 AND number = ANY ($2) ORDER BY site_id FOR UPDATE`,
    [tx.tenantId, numbers],
  );
}

/** Checks a site of a file by the rules of the form. */
export async function checkImportedSite(
  tx: Transaction,
  site: CreateSite,
  known: StoredSite | null,
): Promise<Outcome<null, AnyRefusal>> {
  const checked = checkSite(site);
  if (!checked.ok) return checked;
  return known === null ? ok(null) : fitsItsUse(tx, known.id, site);
}

export function siteDiffers(known: StoredSite, site: CreateSite): boolean {
  return changedNames(known, site).length > 0;
}

export async function enterImportedSite(tx: Transaction, site: CreateSite, importId: string): Promise<string> {
  const id = await insertSite(tx, site, 'import');
  if (id === null) throw new Error(`The number ${site.number} was free when the file was checked.`);
  await insertSiteEvent(tx, id, { kind: 'created' });
  const detail = { importId, number: site.number, kind: site.kind };
  await tx.audit({ action: 'site.created', subjectType: 'site', subjectId: id, detail });
  return id;
}

/** Changes a site by a file, or back to what stood before. */
export async function changeImportedSite(
  tx: Transaction,
  known: StoredSite,
  site: CreateSite,
  by: { readonly importId: string; readonly reason: string },
): Promise<void> {
  const changed = changedNames(known, site);
  await updateSite(tx, known.id, site);
  await insertSiteEvent(tx, known.id, { kind: 'changed', reason: by.reason, changed });
  const detail = { importId: by.importId, changed };
  await tx.audit({ action: 'site.changed', subjectType: 'site', subjectId: known.id, detail });
}

/** A site as its form states it. */
export function statedSite({ number, name, kind, address, unitId, zones }: StoredSite): CreateSite {
  return { ...{ number, name, kind, address, zones: [...zones] }, ...(unitId === null ? {} : { unitId }) };
}

/** Takes sites of an import out of the register again. The audit log keeps that they were there. */
export async function removeImportedSites(tx: Transaction, siteIds: readonly string[]): Promise<void> {
  await tx.execute(`DELETE FROM site WHERE tenant_id = $1 AND site_id = ANY ($2::uuid[]) AND origin = 'import'`, [
    tx.tenantId,
    siteIds,
  ]);
}
