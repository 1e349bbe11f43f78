import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { CONFIG, type Config } from '../config/config';

/**
 * The connections of anybody's page: few, read-only, with a role (`app_public`) that sees what its policies open and nothing
 * else. They carry no tenant, because the role may not read what belongs to one; whatever happens here takes nothing from
 * those who work.
 */
@Injectable()
export class PublicPool implements OnApplicationShutdown {
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

  /** Rows of one statement; none where the installation has no public page. */
  async read<Row extends object>(sql: string, params: readonly unknown[]): Promise<readonly Row[]> {
    if (this.pool === null) return [];
    const { rows } = await this.pool.query<Row>(sql, [...params]);
    return rows;
  }
}
