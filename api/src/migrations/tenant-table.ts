import type { QueryRunner } from 'typeorm';

/** What the API's database role may do with a table. Nothing else is ever granted. */
export type Grant = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/**
 * Closes a table to everybody but the tenant of the running transaction: forced row-level security, and only the
 * named grants for the API's role. Without a tenant context `app.tid()` is null and the table looks empty.
 */
export async function protectTenantTable(runner: QueryRunner, table: string, grants: readonly Grant[]): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await runner.query(
    `CREATE POLICY own_tenant ON ${table} USING (tenant_id = app.tid()) WITH CHECK (tenant_id = app.tid())`,
  );
  await runner.query(`GRANT ${grants.join(', ')} ON ${table} TO app_rw`);
}

/**
 * Lets the owner read a table across tenants, for the few SECURITY DEFINER functions that run before a tenant is
 * known (login, session). The owner itself never serves requests.
 */
export async function allowOwnerAcrossTenants(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`CREATE POLICY owner_before_tenant ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`);
}
