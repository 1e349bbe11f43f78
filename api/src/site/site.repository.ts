import type { CreateSite } from '@etatlotse/contracts/site';
import type { SiteEventKind } from '@etatlotse/contracts/site/plain';
import { may } from '@etatlotse/domain/access';
import type { NetworkZone } from '@etatlotse/domain/budget';
import { type Outcome, ok, type PlainDate, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { SiteKind, SitePlace, SiteTies } from '@etatlotse/domain/site';
import type { Transaction } from '../platform/database/transactions';

/** A site as its commands see it. */
export interface StoredSite {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: SiteKind;
  readonly address: string;
  readonly unitId: string | null;
  readonly zones: readonly NetworkZone[];
  readonly closedOn: PlainDate | null;
  readonly version: number;
}

export type HeldSiteRefusal = Refusal<'NOT_FOUND'> | Refusal<'VERSION_STALE'>;

/** Reads a site and holds it until the transaction ends; with a version, only as it was seen. */
export async function holdSite(
  tx: Transaction,
  siteId: string,
  version: number | null,
): Promise<Outcome<StoredSite, HeldSiteRefusal>> {
  const [site] = await tx.query<StoredSite>(holdSql, [tx.tenantId, siteId]);
  if (site === undefined || !mayWriteSite(tx, site.unitId)) return refuse({ code: 'NOT_FOUND', params: {} });
  return version !== null && site.version !== version ? refuse({ code: 'VERSION_STALE', params: {} }) : ok(site);
}

export function mayWriteSite(tx: Transaction, unitId: string | null): boolean {
  return tx.actor !== null && may(tx.actor, 'site.write', { unitId });
}

const holdSql = `
  SELECT site_id AS id, number, name, kind, address, unit_id AS "unitId", zones, closed_on AS "closedOn", version
  FROM site WHERE tenant_id = $1 AND site_id = $2 FOR UPDATE`;

/** Where something is to be put; held, so that the site is not closed or removed meanwhile. */
export async function holdPlace(tx: Transaction, siteId: string): Promise<SitePlace | null> {
  const [place] = await tx.query<SitePlace>(
    `SELECT kind, zones, closed_on AS "closedOn" FROM site WHERE tenant_id = $1 AND site_id = $2 FOR SHARE`,
    [tx.tenantId, siteId],
  );
  return place ?? null;
}

/** Adds a site that was checked; null when its number is taken. */
export async function insertSite(
  tx: Transaction,
  site: CreateSite,
  origin: 'manual' | 'import' | 'demo' = 'manual',
): Promise<string | null> {
  const id = tx.nextId();
  const added = await tx.execute(
    `INSERT INTO site (tenant_id, site_id, number, name, kind, address, unit_id, zones, origin, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (tenant_id, number) DO NOTHING`,
    [
      tx.tenantId,
      id,
      site.number,
      site.name,
      site.kind,
      site.address,
      site.unitId ?? null,
      site.zones,
      origin,
      tx.actor?.personId ?? null,
      tx.now,
    ],
  );
  return added === 1 ? id : null;
}

/** Writes what a site is to be; false where another one has its number. */
export async function updateSite(tx: Transaction, siteId: string, site: CreateSite): Promise<boolean> {
  const changed = await tx.execute(
    `UPDATE site s SET number = $3, name = $4, kind = $5, address = $6, unit_id = $7, zones = $8, version = s.version + 1
     WHERE s.tenant_id = $1 AND s.site_id = $2 AND NOT EXISTS (SELECT FROM site o
       WHERE o.tenant_id = $1 AND o.number = $3 AND o.site_id <> $2)`,
    [tx.tenantId, siteId, site.number, site.name, site.kind, site.address, site.unitId ?? null, site.zones],
  );
  return changed === 1;
}

export async function setClosed(
  tx: Transaction,
  siteId: string,
  closedOn: PlainDate | null,
  reason: string,
): Promise<void> {
  await tx.execute(
    `UPDATE site SET closed_on = $3, close_reason = $4, version = version + 1 WHERE tenant_id = $1 AND site_id = $2`,
    [tx.tenantId, siteId, closedOn, reason],
  );
}

/** Takes a site away on which nothing hangs; its history goes with it, the audit log keeps that it was there. */
export async function deleteSite(tx: Transaction, siteId: string): Promise<void> {
  await tx.execute(`DELETE FROM site WHERE tenant_id = $1 AND site_id = $2`, [tx.tenantId, siteId]);
}

export async function readSiteTies(tx: Transaction, siteId: string): Promise<SiteTies> {
  const [ties] = await tx.query<SiteTies>(tiesSql, [tx.tenantId, siteId]);
  return ties ?? { devices: 0, lines: 0, investments: 0 };
}

const tiesSql = `
  SELECT (SELECT count(*)::int FROM device_batch WHERE tenant_id = $1 AND site_id = $2) AS devices,
    (SELECT count(*)::int FROM contract WHERE tenant_id = $1 AND site_id = $2) AS lines,
    (SELECT count(*)::int FROM site_investment WHERE tenant_id = $1 AND site_id = $2) AS investments`;

/** Networks of which something is at the site, and whether something stands there that only a school may have. */
export interface SiteUse {
  readonly zones: readonly NetworkZone[];
  readonly needsSchool: boolean;
}

export async function readSiteUse(tx: Transaction, siteId: string): Promise<SiteUse> {
  const [use] = await tx.query<SiteUse>(useSql, [tx.tenantId, siteId, tx.today]);
  return use ?? { zones: [], needsSchool: false };
}

const useSql = `
  WITH hardware AS (
    SELECT network_zone, frame, decided_on FROM device_batch
      WHERE tenant_id = $1 AND site_id = $2 AND quantity_left > 0 AND frame IS NOT NULL
    UNION ALL SELECT network_zone, frame, decided_on FROM site_investment
      WHERE tenant_id = $1 AND site_id = $2 AND state <> 'dropped' AND frame IS NOT NULL)
  SELECT (SELECT coalesce(json_agg(DISTINCT zone), '[]') FROM (SELECT network_zone AS zone FROM hardware
      UNION SELECT network_zone FROM contract WHERE tenant_id = $1 AND site_id = $2 AND network_zone IS NOT NULL
        AND (runs_until IS NULL OR runs_until >= $3)) used) AS zones,
    EXISTS (SELECT FROM hardware WHERE frame = 'SCHOOL_NET' AND network_zone <> 'education' AND decided_on IS NULL)
      AS "needsSchool"`;

/** What happened to a site, for ever. */
export interface NewSiteEvent {
  readonly kind: SiteEventKind;
  readonly happenedOn?: string;
  readonly reason?: string;
  readonly changed?: readonly string[];
}

export async function insertSiteEvent(tx: Transaction, siteId: string, event: NewSiteEvent): Promise<void> {
  const { kind, happenedOn = tx.today, reason = '', changed = [] } = event;
  await tx.execute(
    `INSERT INTO site_event (tenant_id, event_id, site_id, kind, happened_on, reason, changed, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.tenantId, tx.nextId(), siteId, kind, happenedOn, reason, changed, tx.actor?.personId ?? null, tx.now],
  );
}

export async function isUnitKnown(tx: Transaction, unitId: string): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM org_unit WHERE tenant_id = $1 AND unit_id = $2`, [tx.tenantId, unitId]);
  return rows.length > 0;
}
