import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { PublicContent } from '@etatlotse/contracts/snapshot/plain';
import { Pool } from 'pg';
import { CONFIG, type Config } from '../platform/config/config';

export interface PublicSnapshot {
  readonly content: PublicContent;
  readonly sha256: string;
  readonly releasedAt: string;
}

/** What else was released for everybody. */
export interface PublicStand {
  readonly fiscalYear: number;
  readonly ledgerAsOf: string;
}

/**
 * Reads for anybody, with a database role of its own that can see released public snapshots and nothing else, over a few
 * connections of its own: whatever happens here takes nothing from those who work.
 */
@Injectable()
export class PublicSnapshots implements OnApplicationShutdown {
  private readonly pool: Pool | null;

  constructor(@Inject(CONFIG) { databasePublicUrl }: Config) {
    this.pool =
      databasePublicUrl === null
        ? null
        : new Pool({
            connectionString: databasePublicUrl,
            max: 4,
            connectionTimeoutMillis: 2000,
            idleTimeoutMillis: 30_000,
            options: '-c statement_timeout=2000 -c default_transaction_read_only=on -c datestyle=ISO',
            application_name: 'etatlotse-public',
          });
    // A lost idle connection is no fault of a request; the next one opens another.
    this.pool?.on('error', () => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  /** The newest for a city, or the one of a day; null where there is none. */
  async find(slug: string, day: string | null): Promise<PublicSnapshot | null> {
    if (this.pool === null) return null;
    const { rows } = await this.pool.query<PublicSnapshot>(findSql, [slug, day]);
    return rows[0] ?? null;
  }

  /** Every day for which there is one, newest first. */
  async days(slug: string): Promise<readonly PublicStand[]> {
    if (this.pool === null) return [];
    const { rows } = await this.pool.query<PublicStand>(daysSql, [slug]);
    return rows;
  }
}

const findSql = `
  SELECT public_content AS content, encode(content_sha256, 'hex') AS sha256, released_at::text AS "releasedAt"
  FROM snapshot
  WHERE city_slug = $1 AND state = 'released' AND is_public AND ($2::date IS NULL OR ledger_as_of = $2)
  ORDER BY ledger_as_of DESC, released_at DESC LIMIT 1`;

const daysSql = `
  SELECT DISTINCT fiscal_year AS "fiscalYear", ledger_as_of::text AS "ledgerAsOf" FROM snapshot
  WHERE city_slug = $1 AND state = 'released' AND is_public ORDER BY ledger_as_of::text DESC LIMIT 50`;
