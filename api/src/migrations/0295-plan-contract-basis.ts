import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A copy may take over what the contracts of a line cost in a year; of which lines, is kept, because contracts change. */
export class PlanContractBasis1700000000295 implements MigrationInterface {
  name = 'PlanContractBasis1700000000295';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE plan_version_rule
        DROP CONSTRAINT plan_version_rule_basis_check,
        ADD CONSTRAINT plan_version_rule_basis_check CHECK (basis IN ('year_before', 'same_year', 'contracts')),
        ADD COLUMN contract_line_ids uuid[],
        ADD CONSTRAINT plan_version_rule_contracts CHECK ((basis = 'contracts') = (contract_line_ids IS NOT NULL))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
