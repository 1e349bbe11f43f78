import { Injectable } from '@nestjs/common';
import type { PublicContent, PublicLine } from '@etatlotse/contracts/snapshot/plain';
import type { PublicContactFacts, PublicContactKind } from '@etatlotse/contracts/settings/plain';
import { PublicPool } from '../platform/database/public-pool';

export interface PublicSnapshot {
  readonly content: PublicContent;
  readonly sha256: string;
  readonly releasedAt: string;
  /** Whether its lines were released with it; snapshots from before had none. */
  readonly hasLines: boolean;
}

/** What else was released for everybody. */
export interface PublicStand {
  readonly fiscalYear: number;
  readonly ledgerAsOf: string;
}

export type PublicContacts = Readonly<Record<PublicContactKind, PublicContactFacts | null>>;

/** What was released for everybody. */
@Injectable()
export class PublicSnapshots {
  constructor(private readonly pool: PublicPool) {}

  /** The newest for a city, or the one of a day; null where there is none. */
  async find(slug: string, day: string | null): Promise<PublicSnapshot | null> {
    const [row] = await this.pool.read<PublicSnapshot>(findSql, [slug, day]);
    return row ?? null;
  }

  /** The lines of a day, with what the page of that day says; null where there are none. */
  async lines(
    slug: string,
    day: string,
  ): Promise<(Pick<PublicSnapshot, 'content' | 'sha256'> & { readonly lines: readonly PublicLine[] }) | null> {
    const [row] = await this.pool.read<PublicSnapshot & { lines: readonly PublicLine[] | null }>(linesSql, [slug, day]);
    return row === undefined || row.lines === null ? null : { ...row, lines: row.lines };
  }

  /** Whom readers may write to, as far as the city has said so. */
  async contacts(slug: string): Promise<PublicContacts> {
    const rows = await this.pool.read<PublicContactFacts & { readonly kind: PublicContactKind }>(contactsSql, [slug]);
    const of = (kind: PublicContactKind): PublicContactFacts | null => rows.find((row) => row.kind === kind) ?? null;
    return { city: of('city'), enforcement: of('enforcement') };
  }

  /** Every day for which there is one, newest first. */
  days(slug: string): Promise<readonly PublicStand[]> {
    return this.pool.read<PublicStand>(daysSql, [slug]);
  }
}

const contactsSql = `SELECT kind, name, address, email, source FROM public_contact WHERE city_slug = $1`;

const columns = `
  public_content AS content, encode(content_sha256, 'hex') AS sha256, released_at::text AS "releasedAt",
  public_lines IS NOT NULL AS "hasLines"`;

const findSql = `
  SELECT ${columns} FROM snapshot
  WHERE city_slug = $1 AND state = 'released' AND is_public AND ($2::date IS NULL OR ledger_as_of = $2)
  ORDER BY ledger_as_of DESC, released_at DESC LIMIT 1`;

const linesSql = `
  SELECT ${columns}, public_lines AS lines FROM snapshot
  WHERE city_slug = $1 AND state = 'released' AND is_public AND ledger_as_of = $2
  ORDER BY released_at DESC LIMIT 1`;

const daysSql = `
  SELECT DISTINCT fiscal_year AS "fiscalYear", ledger_as_of::text AS "ledgerAsOf" FROM snapshot
  WHERE city_slug = $1 AND state = 'released' AND is_public ORDER BY ledger_as_of::text DESC LIMIT 50`;
