import { types } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations';

const INT8 = 20;
const DATE = 1082;

/** bigint arrives as a number, and one that a number cannot hold stops the answer instead of rounding money. */
export function parseWholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A whole number from the database does not fit.');
  return value;
}

/** Dates stay the text they are (`YYYY-MM-DD`): a day has no time zone. */
const columnTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    if (oid === INT8) return parseWholeNumber;
    if (oid === DATE) return (text: string) => text;
    return types.getTypeParser(oid, format);
  },
};

/** Options for the API's own role: no schema changes, limited waits, whole numbers exact. */
export function apiDataSourceOptions(url: string, poolSize: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [],
    synchronize: false,
    migrationsRun: false,
    logging: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    extra: {
      max: poolSize,
      connectionTimeoutMillis: 3000,
      idleTimeoutMillis: 30_000,
      types: columnTypes,
      // A day in a filter is a day in Germany, wherever the server stands.
      // Statements of people end after 5 s; a job sets its own limit inside its transaction.
      options:
        '-c statement_timeout=5000 -c idle_in_transaction_session_timeout=15000 -c lock_timeout=4000 -c datestyle=ISO -c jit=off',
      application_name: 'etatlotse-api',
    },
  };
}

/** Options for the owner, used by migrations only. */
export function ownerDataSourceOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    extra: { types: columnTypes },
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    logging: ['error'],
  };
}
