import { addDays, addMonths, plainDate } from '@etatlotse/domain/shared';
import { insertInvestment, insertSite, insertSiteEvent, insertSplitKey } from '../site';
import type { Transaction } from '../platform/database/transactions';
import { DEMO_CLOSED_SITE, DEMO_INVESTMENTS, DEMO_KEY, DEMO_OPEN_KEY, DEMO_SITES } from './demo-site-catalogue';

/** What the sample city has of sites, for what is put there. */
export interface DemoPlaces {
  /** Ids by name. */
  readonly sites: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  /** The key that has its decision. */
  readonly keyId: string;
}

/** Some forty sites with their networks, the keys for shared hardware, and what goes into the networks. */
export async function seedSites(tx: Transaction, fiscalYear: number): Promise<DemoPlaces> {
  const units = await unitIds(tx);
  const sites = new Map<string, string>();
  for (const { kind, zones, sites: group } of DEMO_SITES) {
    for (const [number, name, address, unit] of group) {
      const unitId = units.get(unit);
      const site = { number, name, kind, address, zones: [...zones], ...(unitId === undefined ? {} : { unitId }) };
      sites.set(name, await added(insertSite(tx, site, 'demo')));
    }
  }
  for (const id of sites.values()) await insertSiteEvent(tx, id, { kind: 'created' });
  await seedClosedSite(tx, units);
  const keyId = await seedKeys(tx);
  for (const { site, name, year, euros, use } of DEMO_INVESTMENTS) {
    const [zone, frame] = use ?? [null, null];
    const siteId = idOf(sites, site);
    const stated = {
      name: `${name} (Demo)`,
      fiscalYear: fiscalYear + year,
      amountCents: euros * 100,
      state: year < 0 ? ('done' as const) : ('planned' as const),
    };
    const placed = { siteId, networkZone: zone, frame, splitKeyId: use === null ? keyId : null, decision: null };
    await insertInvestment(tx, siteId, stated, placed, 'demo');
  }
  return { sites, units, keyId };
}

async function seedClosedSite(tx: Transaction, units: ReadonlyMap<string, string>): Promise<void> {
  const [number, name, address, unit] = DEMO_CLOSED_SITE;
  const unitId = units.get(unit);
  const site = { number, name, kind: 'branch' as const, address, zones: ['administration' as const] };
  const id = await added(insertSite(tx, { ...site, ...(unitId === undefined ? {} : { unitId }) }, 'demo'));
  const closedOn = addMonths(plainDate(tx.today), -14);
  await tx.execute(`UPDATE site SET closed_on = $3, close_reason = $4 WHERE tenant_id = $1 AND site_id = $2`, [
    tx.tenantId,
    id,
    closedOn,
    'Umzug in das Bürgerzentrum Süd (Demo)',
  ]);
  await insertSiteEvent(tx, id, {
    kind: 'close',
    happenedOn: closedOn,
    reason: 'Umzug in das Bürgerzentrum Süd (Demo)',
  });
}

async function seedKeys(tx: Transaction): Promise<string> {
  const { name, parts, body, document } = DEMO_KEY;
  const decision = { decidedOn: addDays(plainDate(tx.today), -300), body, document };
  const keyId = await added(insertSplitKey(tx, { name, parts: [...parts], decision }, 'demo'));
  await added(insertSplitKey(tx, { name: DEMO_OPEN_KEY.name, parts: [...DEMO_OPEN_KEY.parts] }, 'demo'));
  return keyId;
}

async function unitIds(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ code: string; unit_id: string }>(
    `SELECT code, unit_id FROM org_unit WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  return new Map(rows.map((row) => [row.code, row.unit_id]));
}

async function added(insert: Promise<string | null>): Promise<string> {
  const id = await insert;
  if (id === null) throw new Error('A new city has neither sites nor keys yet.');
  return id;
}

export function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new RangeError(`The sample city has no ${name}.`);
  return id;
}
