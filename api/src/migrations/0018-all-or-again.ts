import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A write that travels with its commit cannot be looked at in between. Where it finds that what it was decided on has
 * changed, it raises what a transaction is begun again for.
 */
export class AllOrAgain1700000000018 implements MigrationInterface {
  name = 'AllOrAgain1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app.all_or_again(p_wanted bigint, p_done bigint) RETURNS bigint LANGUAGE plpgsql AS $$
      BEGIN
        IF p_done <> p_wanted THEN
          RAISE EXCEPTION 'changed in the meantime' USING ERRCODE = 'serialization_failure';
        END IF;
        RETURN p_done;
      END $$`);
    await runner.query(`REVOKE ALL ON FUNCTION app.all_or_again(bigint, bigint) FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.all_or_again(bigint, bigint) TO app_rw`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
