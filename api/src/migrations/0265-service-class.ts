import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines name the two classes of service as demands and systems do: one thing, one word. */
export class ServiceClass1700000000265 implements MigrationInterface {
  name = 'ServiceClass1700000000265';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE budget_line DROP CONSTRAINT budget_line_service_class_check`);
    for (const [former, now] of NAMES) {
      await inEveryCity(runner, 'budget_line', [
        `UPDATE budget_line SET service_class = $2 WHERE service_class = $1`,
        [former, now],
      ]);
      await inEveryCity(runner, 'saved_filter', [
        `UPDATE saved_filter SET criteria = jsonb_set(criteria, '{serviceClass}', to_jsonb($2::text))
          WHERE criteria->>'serviceClass' = $1`,
        [former, now],
      ]);
    }
    await runner.query(`
      ALTER TABLE budget_line ADD CONSTRAINT budget_line_service_class_check
      CHECK (service_class IN ('central_infrastructure', 'business_application'))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}

const NAMES = [
  ['shared_infrastructure', 'central_infrastructure'],
  ['line_of_business', 'business_application'],
] as const;

/** The owner sees no city's rows either; it does for one statement, in the transaction that closes the table again. */
async function inEveryCity(
  runner: QueryRunner,
  table: 'budget_line' | 'saved_filter',
  [sql, parameters]: readonly [string, string[]],
): Promise<void> {
  await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  await runner.query(sql, parameters);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}
