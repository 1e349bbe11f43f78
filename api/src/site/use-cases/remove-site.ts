import { type Outcome, ok } from '@etatlotse/domain/shared';
import { decideSiteRemoval, type RemovalRefusal } from '@etatlotse/domain/site';
import type { Transaction } from '../../platform/database/transactions';
import { deleteSite, type HeldSiteRefusal, holdSite, readSiteTies } from '../site.repository';

/** Takes away a site that was entered by mistake. One at which something stands or stood is closed instead. */
export async function removeSite(
  tx: Transaction,
  siteId: string,
  version: number,
): Promise<Outcome<Readonly<Record<never, never>>, HeldSiteRefusal | RemovalRefusal>> {
  const held = await holdSite(tx, siteId, version);
  if (!held.ok) return held;
  const decided = decideSiteRemoval(await readSiteTies(tx, siteId));
  if (!decided.ok) return decided;
  await deleteSite(tx, siteId);
  const { number, name } = held.value;
  await tx.audit({ action: 'site.removed', subjectType: 'site', subjectId: siteId, detail: { number, name } });
  return ok({});
}
