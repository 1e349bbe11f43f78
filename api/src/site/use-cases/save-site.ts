import type { ChangeSite, CreateSite } from '@etatlotse/contracts/site';
import type { SiteChanged } from '@etatlotse/contracts/site/plain';
import type { NetworkZone } from '@etatlotse/domain/budget';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import { checkSite, type SiteRefusal } from '@etatlotse/domain/site';
import { changeDetail } from '../../platform/audit/record-changes';
import type { Transaction } from '../../platform/database/transactions';
import {
  type HeldSiteRefusal,
  holdSite,
  insertSite,
  insertSiteEvent,
  isUnitKnown,
  mayWriteSite,
  readSiteUse,
  type StoredSite,
  updateSite,
} from '../site.repository';

type SaveRefusal =
  SiteRefusal | Refusal<'NOT_FOUND'> | Refusal<'UNIT_UNKNOWN'> | Refusal<'NUMBER_TAKEN', { readonly number: string }>;

/** Enters a site into the register. */
export async function createSite(tx: Transaction, site: CreateSite): Promise<Outcome<SiteChanged, SaveRefusal>> {
  const checked = await check(tx, site);
  if (!checked.ok) return checked;
  const id = await insertSite(tx, site);
  if (id === null) return refuse({ code: 'NUMBER_TAKEN', params: { number: site.number } });
  await insertSiteEvent(tx, id, { kind: 'created' });
  await tx.audit({
    action: 'site.created',
    subjectType: 'site',
    subjectId: id,
    detail: { number: site.number, kind: site.kind },
  });
  return ok({ id, version: 1 });
}

type ChangeRefusal =
  | SaveRefusal
  | HeldSiteRefusal
  | Refusal<'SITE_ZONE_IN_USE', { readonly zone: NetworkZone }>
  | Refusal<'SITE_SCHOOL_MONEY'>;

/** Changes a site. A network of which something is there stays, and a school that stops being one has no school money. */
export async function changeSite(
  tx: Transaction,
  siteId: string,
  { version, reason = '', ...site }: ChangeSite,
): Promise<Outcome<SiteChanged, ChangeRefusal>> {
  const held = await holdSite(tx, siteId, version);
  if (!held.ok) return held;
  const checked = await check(tx, site);
  if (!checked.ok) return checked;
  const changed = changedNames(held.value, site);
  if (changed.length === 0) return ok({ id: siteId, version });
  const fits = await fitsItsUse(tx, siteId, site);
  if (!fits.ok) return fits;
  if (!(await updateSite(tx, siteId, site))) return refuse({ code: 'NUMBER_TAKEN', params: { number: site.number } });
  await insertSiteEvent(tx, siteId, { kind: 'changed', reason, changed });
  const detail = changeDetail(held.value, { ...site, unitId: site.unitId ?? null }, changed, []);
  await tx.audit({ action: 'site.changed', subjectType: 'site', subjectId: siteId, detail });
  return ok({ id: siteId, version: version + 1 });
}

async function check(tx: Transaction, site: CreateSite): Promise<Outcome<null, SaveRefusal>> {
  const unitId = site.unitId ?? null;
  if (!mayWriteSite(tx, unitId)) return refuse({ code: 'NOT_FOUND', params: {} });
  if (unitId !== null && !(await isUnitKnown(tx, unitId))) return refuse({ code: 'UNIT_UNKNOWN', params: {} });
  return checkSite(site);
}

export async function fitsItsUse(
  tx: Transaction,
  siteId: string,
  { zones, kind }: CreateSite,
): Promise<Outcome<null, Refusal<'SITE_ZONE_IN_USE', { readonly zone: NetworkZone }> | Refusal<'SITE_SCHOOL_MONEY'>>> {
  const use = await readSiteUse(tx, siteId);
  const missing = use.zones.find((zone) => !zones.includes(zone));
  if (missing !== undefined) return refuse({ code: 'SITE_ZONE_IN_USE', params: { zone: missing } });
  return use.needsSchool && kind !== 'school' ? refuse({ code: 'SITE_SCHOOL_MONEY', params: {} }) : ok(null);
}

export function changedNames(before: StoredSite, after: CreateSite): string[] {
  const stated = { ...after, unitId: after.unitId ?? null, zones: [...after.zones].sort().join() };
  const stood = { ...before, zones: [...before.zones].sort().join() };
  return (['number', 'name', 'kind', 'address', 'unitId', 'zones'] as const).filter(
    (name) => stated[name] !== stood[name],
  );
}
