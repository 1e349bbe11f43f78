import type { INestApplication } from '@nestjs/common';
import type { Config } from '../config/config';
import { Transactions } from './transactions';

interface Facts {
  is_superuser: boolean;
  bypasses: boolean;
  owns: boolean;
  fsync: string;
  synchronous_commit: string;
  full_page_writes: string;
}

/** Refuses to run with a role that could look past row-level security, or on a database that may forget commits. */
export async function assertSafeDatabase(app: INestApplication, config: Config): Promise<void> {
  const [facts] = await app.get(Transactions).beforeTenant<Facts>(factsSql, []);
  if (facts === undefined) throw new Error('Die Datenbank gibt keine Auskunft über ihre Rolle.');
  if (facts.is_superuser || facts.bypasses || facts.owns) {
    throw new Error(
      'Die Datenbankrolle der API darf zu viel: Sie muss ohne Superuser, BYPASSRLS und eigene Tabellen sein.',
    );
  }
  const isSafe = [facts.fsync, facts.synchronous_commit, facts.full_page_writes].every((setting) => setting !== 'off');
  if (!isSafe && !config.isTest) {
    throw new Error(
      'fsync, synchronous_commit und full_page_writes müssen eingeschaltet sein, sonst gehen Buchungen verloren.',
    );
  }
}

const factsSql = `
  SELECT r.rolsuper AS is_superuser, r.rolbypassrls AS bypasses,
    EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid AND c.relnamespace = 'public'::regnamespace) AS owns,
    current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit,
    current_setting('full_page_writes') AS full_page_writes
  FROM pg_roles r WHERE r.rolname = current_user`;
