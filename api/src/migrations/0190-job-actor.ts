import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Work that goes on after its request asks again what the person may do today. The function answers for people of the
 * city of the transaction only, whatever id it is given.
 */
export class JobActor1700000000190 implements MigrationInterface {
  name = 'JobActor1700000000190';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.actor_of_city(p_person uuid, p_today date) RETURNS jsonb
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT app.actor_of(nullif(current_setting('app.tenant_id', true), '')::uuid, p_person, p_today)
      $$`);
    await runner.query(`REVOKE ALL ON FUNCTION app.actor_of_city(uuid, date) FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.actor_of_city(uuid, date) TO app_rw`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
