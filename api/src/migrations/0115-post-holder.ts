import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A holder's name may be kept on a post, where the office wants it, and is erased again. Posts also come by import; what an
 * import made, and nobody touched since, may be taken out again.
 */
export class PostHolder1700000000115 implements MigrationInterface {
  name = 'PostHolder1700000000115';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE occupancy ADD COLUMN holder text NOT NULL DEFAULT ''`);
    await runner.query(`GRANT UPDATE (holder) ON occupancy TO app_rw`);
    await runner.query(`ALTER TABLE post DROP CONSTRAINT post_origin_check`);
    await runner.query(
      `ALTER TABLE post ADD CONSTRAINT post_origin_check CHECK (origin IN ('manual', 'demo', 'import'))`,
    );
    await runner.query(`
      CREATE FUNCTION app.post_came_by_import() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.origin <> 'import' THEN
          RAISE EXCEPTION 'only a post that came by an import is taken out again' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
      END $$`);
    await runner.query(`REVOKE ALL ON FUNCTION app.post_came_by_import() FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.post_came_by_import() TO app_rw`);
    await runner.query(`
      CREATE TRIGGER post_came_by_import BEFORE DELETE ON post
      FOR EACH ROW EXECUTE FUNCTION app.post_came_by_import()`);
    await runner.query(`GRANT DELETE ON post TO app_rw`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
