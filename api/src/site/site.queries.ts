import { Injectable } from '@nestjs/common';
import type { SitesQuery } from '@etatlotse/contracts/site';
import type {
  InvestmentRow,
  SiteDetail,
  SiteEventRow,
  SiteName,
  SitePage,
  SiteRow,
  SiteZoneRow,
} from '@etatlotse/contracts/site/plain';
import { may, unitScope } from '@etatlotse/domain/access';
import { NETWORK_ZONES, type NetworkZone } from '@etatlotse/domain/budget';
import { cents, WHOLE_BASIS_POINTS } from '@etatlotse/domain/shared';
import { type HardwareFrame, splitByKey } from '@etatlotse/domain/site';
import { searchPatterns } from '../budget';
import { readChanges } from '../platform/audit/record-changes';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import {
  investmentsSql,
  siteDetailSql,
  siteEventsSql,
  siteFeesSql,
  siteNamesSql,
  sitePageSql,
  siteTotalsSql,
  siteZonesSql,
} from './site.sql';
import { readSplitKeys, type StoredKey } from './split-key.repository';

const PAGE_DEFAULT = 50;
/** Later years that the page of a site shows beside the one asked for. */
const YEARS_BEYOND = 4;

type StoredDetail = SiteRow & { readonly closeReason: string; readonly unit_id: string | null };
type StoredInvestment = Omit<InvestmentRow, 'shares' | 'splitKey'> & { readonly keyId: string | null };
interface ZoneCount {
  readonly zone: NetworkZone | null;
  readonly devices: number;
  readonly lines: number;
}
interface ZoneFee {
  readonly zone: NetworkZone | null;
  readonly fiscalYear: number;
  readonly amountCents: number;
}

/** The register of sites, and one site with its networks, lines, fees and investments. */
@Injectable()
export class SiteQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: SitesQuery): Promise<SitePage> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['text', 'id']);
    return this.transactions.run(caller, async (tx) => {
      const asked = [
        tx.tenantId,
        unitScope(caller.actor, 'budget.read'),
        query.fiscalYear,
        tx.today,
        query.q === undefined ? null : searchPatterns(query.q),
        query.kind ?? null,
        query.networkZone ?? null,
        query.withClosed ?? false,
      ];
      const rows = await tx.query<SiteRow>(sitePageSql, [...asked, after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const hasMore = rows.length > limit && last !== undefined;
      const [totals = null] =
        after === null ? await tx.query<NonNullable<SitePage['totals']>>(siteTotalsSql, asked) : [];
      return { rows: shown, nextCursor: hasMore ? encodeCursor([last.name, last.id]) : null, totals };
    });
  }

  async names(caller: Caller): Promise<readonly SiteName[]> {
    return this.transactions.run(caller, (tx) => tx.query<SiteName>(siteNamesSql, [tx.tenantId, tx.today]));
  }

  /** One site; null where there is none. */
  async find(caller: Caller, siteId: string, year: number): Promise<SiteDetail | null> {
    const scope = unitScope(caller.actor, 'budget.read');
    return this.transactions.run(caller, async (tx) => {
      const about = [tx.tenantId, scope, year, tx.today, siteId];
      const [head] = await tx.query<StoredDetail>(siteDetailSql, about);
      if (head === undefined) return null;
      const years = Array.from({ length: YEARS_BEYOND + 1 }, (_, offset) => year + offset);
      const counts = await tx.query<ZoneCount>(siteZonesSql, about);
      const fees = await tx.query<ZoneFee>(siteFeesSql, [tx.tenantId, scope, year, siteId, year + YEARS_BEYOND]);
      const investments = await readInvestments(tx, siteId);
      const events = await tx.query<SiteEventRow>(siteEventsSql, [tx.tenantId, siteId]);
      const { unit_id: unitId, ...row } = head;
      return {
        ...row,
        years,
        byZone: zoneRows(row.zones, years, { counts, fees, investments }),
        investments,
        events,
        changes: await readChanges(tx, 'site', siteId),
        mayWrite: may(caller.actor, 'site.write', { unitId }),
      };
    });
  }
}

async function readInvestments(tx: Transaction, siteId: string): Promise<InvestmentRow[]> {
  const rows = await tx.query<StoredInvestment>(investmentsSql, [tx.tenantId, siteId]);
  const keys = rows.some(({ keyId }) => keyId !== null) ? await readSplitKeys(tx) : new Map<string, StoredKey>();
  return rows.map(({ keyId, ...row }) => {
    const key = keyId === null ? undefined : keys.get(keyId);
    return {
      ...row,
      splitKey: key === undefined ? null : { id: key.id, name: key.name },
      shares: sharesOf(row, key),
    };
  });
}

/** What each network bears: all of it, or its part by the key as it stands. */
function sharesOf(
  row: { readonly networkZone: NetworkZone | null; readonly frame: HardwareFrame | null; readonly amountCents: number },
  key: StoredKey | undefined,
): InvestmentRow['shares'] {
  const { networkZone: zone, frame, amountCents } = row;
  if (key !== undefined) return splitByKey(cents(amountCents), key.parts);
  return zone === null || frame === null ? [] : [{ zone, frame, shareBasisPoints: WHOLE_BASIS_POINTS, amountCents }];
}

interface SiteFigures {
  readonly counts: readonly ZoneCount[];
  readonly fees: readonly ZoneFee[];
  readonly investments: readonly InvestmentRow[];
}

/** Each network that the site has or that something is of, in the order of the paper; shared hardware last. */
function zoneRows(
  zones: readonly NetworkZone[],
  years: readonly number[],
  { counts, fees, investments }: SiteFigures,
): SiteZoneRow[] {
  const shares = investments
    .filter(({ state }) => state !== 'dropped')
    .flatMap(({ fiscalYear, shares: parts }) => parts.map((part) => ({ ...part, fiscalYear })));
  const isThere = (zone: NetworkZone | null): boolean =>
    (zone !== null && zones.includes(zone)) ||
    counts.some((row) => row.zone === zone) ||
    fees.some((row) => row.zone === zone) ||
    shares.some((row) => row.zone === zone);
  return [...NETWORK_ZONES, null].filter(isThere).map((zone) => {
    const count = counts.find((row) => row.zone === zone);
    return {
      networkZone: zone,
      devices: count?.devices ?? 0,
      lines: count?.lines ?? 0,
      years: years.map((fiscalYear) => ({
        fiscalYear,
        feesCents: sumOf(fees, zone, fiscalYear),
        investmentCents: sumOf(shares, zone, fiscalYear),
      })),
    };
  });
}

function sumOf(
  rows: readonly { readonly zone: NetworkZone | null; readonly fiscalYear: number; readonly amountCents: number }[],
  zone: NetworkZone | null,
  fiscalYear: number,
): number {
  return rows
    .filter((row) => row.zone === zone && row.fiscalYear === fiscalYear)
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
}
